// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.util.Optional;
import org.baraza.identity.Actor;
import org.baraza.mail.Mail;
import org.baraza.mail.Mailer;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;

/** Mails whoever asked for a job that it is over and where its file is, once that is committed; of the data it says nothing. */
public final class JobMails {
    private final Mailer mailer;
    private final Projects projects;

    public JobMails(Mailer mailer, Projects projects) {
        this.mailer = mailer;
        this.projects = projects;
    }

    /** Whether mails can be sent at all. */
    public boolean sends() {
        return mailer.home().isPresent();
    }

    /** Refuses a wish for a mail where none can be sent. */
    void require(boolean wanted) {
        if (wanted && !sends()) {
            throw new Refused(Problem.Invalid.field("mailWhenDone", "MAILS_NOT_SENT", "This server sends no mails."));
        }
    }

    /** A job that somebody ended is no news. */
    void tell(Tx tx, Job job, JobEnd end) {
        if (!job.request().wantsMail() || end.state() == JobState.CANCELLED) {
            return;
        }
        if (job.requestedBy() instanceof Actor.WebUser user) {
            Optional<Project> project = projects.byId(ProjectScope.current());
            mailer.home()
                    .flatMap(home -> project.map(found -> mail(user.username(), home, found.name(), job, end)))
                    .ifPresent(mail -> tx.afterCommit(() -> mailer.send(mail, _ -> {})));
        }
    }

    private static Mail mail(String address, String home, String project, Job job, JobEnd end) {
        String link = home + "/app/p/" + project + "/data/jobs/" + job.jobId();
        String wanted = "The file that you asked for in the project space " + project;
        return end.state() == JobState.DONE
                ? new Mail(address, "Your export is ready", ready(wanted, link))
                : new Mail(address, "Your export could not be made", failed(wanted, link));
    }

    private static String ready(String wanted, String link) {
        String kept = "It is kept for a week. Only you can fetch it, when you have signed in.";
        return String.join("\n", wanted + " is ready:", "", link, "", kept);
    }

    private static String failed(String wanted, String link) {
        String seen = "Only you can see it, when you have signed in.";
        return String.join("\n", wanted + " could not be made. What went wrong stands here:", "", link, "", seen);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.exchange.Job;
import org.baraza.exchange.JobFiles;
import org.baraza.exchange.JobMails;
import org.baraza.exchange.JobRequest;
import org.baraza.exchange.JobRunner;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.Works;
import org.baraza.exchange.exports.ExportPlan;
import org.baraza.exchange.exports.KeptFiles;
import org.baraza.exchange.exports.SavedExports;
import org.baraza.identity.Access;
import org.baraza.identity.Audit;
import org.baraza.mail.Mail;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.queue.TaskQueue;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.tenancy.Projects;
import org.baraza.testing.Postbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Whoever asked for an export and for a mail is told when it is over, and nobody else is. */
@ExtendWith(WholeServer.class)
class ExportMailsTest {
    private final Server server;
    private final Postbox postbox = new Postbox();

    ExportMailsTest(Server server) {
        this.server = server;
        postbox.open();
    }

    private Jobs later() {
        return new Jobs(
                server.bean(Transactions.class),
                server.bean(TaskQueue.class),
                server.bean(ChangeLog.class),
                server.bean(BlobStore.class),
                server.bean(Audit.class),
                Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
    }

    private JobRunner node() {
        Projects projects = server.bean(Projects.class);
        return new JobRunner(
                server.bean(Transactions.class),
                projects,
                server.bean(Access.class),
                server.bean(ChangeLog.class),
                server.bean(Works.class),
                server.bean(JobFiles.class),
                server.bean(KeptFiles.class),
                new JobMails(postbox, projects),
                Clock.systemUTC());
    }

    private Job waiting(ExportDesk desk, boolean mailed) {
        String export = desk.create("FORM", ExportDesk.VISIT, "");
        return ProjectScope.in(desk.office.access.project(), () -> {
            ExportPlan plan = server.bean(SavedExports.class)
                    .get(desk.office.access, export)
                    .plan();
            return later().export(desk.office.access, new JobRequest.Export(plan, "", mailed));
        });
    }

    private void run(ExportDesk desk, Job job) {
        ProjectScope.run(desk.office.access.project(), () -> node().run(job.jobId(), () -> false));
    }

    @Test
    void aMailWithALinkGoesToWhomAskedForItAndSaysNothingOfTheData() {
        ExportDesk desk = new ExportDesk(server, "mail-done");
        desk.submit(desk.visit("f0").says("<note>secret</note>"));
        Job job = waiting(desk, true);
        run(desk, job);
        assertThat(desk.office.job(job.jobId()).path("state").asString()).isEqualTo("DONE");
        assertThat(postbox.mails()).hasSize(1);
        Mail mail = postbox.mails().getFirst();
        assertThat(mail.to()).isEqualTo(desk.office.access.actor().username());
        assertThat(mail.subject()).isEqualTo("Your export is ready");
        assertThat(mail.text())
                .contains("https://baraza.example/app/p/mail-done/data/jobs/" + job.jobId())
                .doesNotContain("secret", "f0");
        run(desk, job);
        assertThat(postbox.mails()).as("once").hasSize(1);
    }

    @Test
    void aFailureIsToldToo() {
        ExportDesk desk = new ExportDesk(server, "mail-failed");
        Job job = waiting(desk, true);
        desk.office.sql("update exchange.job set fruitless = 9 where job_id = '" + job.jobId() + "'");
        run(desk, job);
        assertThat(desk.office.job(job.jobId()).path("state").asString()).isEqualTo("FAILED");
        assertThat(postbox.mails()).extracting(Mail::subject).containsExactly("Your export could not be made");
    }

    @Test
    void noMailGoesWhereNobodyAskedForItAndARequestOfAnOlderReleaseIsRead() {
        ExportDesk desk = new ExportDesk(server, "mail-none");
        run(desk, waiting(desk, false));
        Job older = waiting(desk, true);
        desk.office.sql("update exchange.job set request = request - 'mailed' where job_id = '" + older.jobId() + "'");
        run(desk, older);
        assertThat(desk.office.job(older.jobId()).path("state").asString()).isEqualTo("DONE");
        assertThat(postbox.mails()).isEmpty();
    }

    @Test
    void aServerThatSendsNoMailsSaysSoAndOffersNone() {
        ExportDesk desk = new ExportDesk(server, "mail-never");
        String export = desk.create("FORM", ExportDesk.VISIT, "");
        JsonNode asked = desk.ask(
                "mutation($p: String!, $e: String!, $all: [String!]!) {"
                        + " startExport(input: {project: $p, exportId: $e, mailWhenDone: true}) { userErrors { code } }"
                        + " startExports(input: {project: $p, exportIds: $all, mailWhenDone: true}) { userErrors { code } } }",
                Map.of("e", export, "all", List.of(export)));
        assertThat(asked.at("/startExport/userErrors/0/code").asString()).isEqualTo("MAILS_NOT_SENT");
        assertThat(asked.at("/startExports/userErrors/0/code").asString()).isEqualTo("MAILS_NOT_SENT");
        assertThat(desk.ask("query($p: String!) { project(name: $p) { mailsWhenDone } }", Map.of())
                        .at("/project/mailsWhenDone")
                        .asBoolean(true))
                .isFalse();
    }
}

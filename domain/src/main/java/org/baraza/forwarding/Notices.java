// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.baraza.forwarding.Delivery.Attempt;
import org.baraza.forwarding.Delivery.Way;
import org.baraza.mail.Mail;
import org.baraza.mail.Mailer;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.tenancy.Projects;

/** Tells those whom a connection names of failures: of the first at once, of those that follow once an hour. */
public final class Notices {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final ConnectionStore connections;
    private final Projects projects;
    private final Mailer mailer;

    public Notices(ConnectionStore connections, Projects projects, Mailer mailer) {
        this.connections = connections;
        this.projects = projects;
        this.mailer = mailer;
    }

    /** Notes what failed; mails go once that is committed. */
    void note(Tx tx, Way way, List<Attempt> attempts, Instant now) {
        List<Attempt> failures = attempts.stream()
                .filter(attempt -> attempt.outcome().isFailure())
                .toList();
        if (failures.isEmpty()) {
            return;
        }
        int told = connections.note(tx, UUID.fromString(way.connection().connectionId()), failures.size(), now, PAUSE);
        if (told > 0) {
            String project = projects.byId(ProjectScope.current())
                    .map(found -> found.name())
                    .orElse("");
            String text = text(way, failures.getLast(), told, project);
            tx.afterCommit(() -> way.connection()
                    .notifyAddresses()
                    .forEach(address -> mailer.send(new Mail(address, "MOTECH Error", text), sent -> {})));
        }
    }

    private static String text(Way way, Attempt last, int failures, String project) {
        SentRequest.Content content = last.content();
        String what = content.status()
                .map(status -> "The other side answered " + status + "."
                        + (content.error().isEmpty() ? "" : "\n" + content.error()))
                .orElse(content.error());
        return String.join(
                "\n",
                what,
                "",
                "Project space: " + project,
                "Remote API base URL: " + way.connection().url(),
                "Forwarder: " + way.forwarder().name(),
                "Payload ID: " + last.record().payloadId(),
                "Failures since the last mail: " + failures,
                "",
                "Mails like this one go once an hour at most. To stop them, take your address out of the connection \""
                        + way.connection().name()
                        + "\" (Project Settings, Connection Settings), or pause the forwarder.");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.baraza.forwarding.Delivery.Attempt;
import org.baraza.forwarding.Delivery.Way;
import org.baraza.mail.Mail;
import org.baraza.mail.Mailer;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.tenancy.Projects;

/** Tells those whom a connection names of failures: of the first few at once, of those that follow once an hour. */
public final class Notices {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Transactions transactions;
    private final ConnectionStore connections;
    private final Projects projects;
    private final Mailer mailer;
    private final Clock clock;

    public Notices(
            Transactions transactions, ConnectionStore connections, Projects projects, Mailer mailer, Clock clock) {
        this.transactions = transactions;
        this.connections = connections;
        this.projects = projects;
        this.mailer = mailer;
        this.clock = clock;
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
            Attempt last = failures.getLast();
            tell(
                    tx,
                    way.connection(),
                    told,
                    what(last.content()),
                    "Forwarder: " + way.forwarder().name() + "\nPayload ID: "
                            + last.record().payloadId());
        }
    }

    /** Tells of failures after which nothing failed that would have brought a mail: of the project in scope. */
    public void tellRest() {
        transactions.writing(tx -> connections
                .untold(tx, clock.instant(), PAUSE)
                .forEach((id, told) -> connections
                        .find(tx, UUID.fromString(id))
                        .ifPresent(connection -> tell(
                                tx,
                                connection,
                                told,
                                "Deliveries failed; what the other side answered is in the list of forwarding records.",
                                ""))));
    }

    private void tell(Tx tx, Connection connection, int failures, String what, String which) {
        String project =
                projects.byId(ProjectScope.current()).map(found -> found.name()).orElse("");
        String text = String.join(
                "\n",
                what,
                "",
                "Project space: " + project,
                "Remote API base URL: " + connection.url() + (which.isEmpty() ? "" : "\n" + which),
                "Failures since the last mail: " + failures,
                "",
                "Mails like this one go once an hour at most. To stop them, take your address out of the connection \""
                        + connection.name()
                        + "\" (Project Settings, Connection Settings), or pause the forwarder.");
        tx.afterCommit(() -> connection
                .notifyAddresses()
                .forEach(address -> mailer.send(new Mail(address, "MOTECH Error", text), sent -> {})));
    }

    private static String what(SentRequest.Content content) {
        return content.status()
                .map(status -> "The other side answered " + status + "."
                        + (content.error().isEmpty() ? "" : "\n" + content.error()))
                .orElse(content.error());
    }
}

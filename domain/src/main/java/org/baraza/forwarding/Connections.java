// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.baraza.egress.EgressRules;
import org.baraza.forwarding.wire.NotSent;
import org.baraza.forwarding.wire.Signature;
import org.baraza.forwarding.wire.WireAnswer;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** The connections of the project in scope. Needs {@code edit_motech}. */
public final class Connections {
    private static final int MOST = 200;
    private static final Duration BOTH_SIGN = Duration.ofDays(1);

    private final Transactions transactions;
    private final ConnectionStore store;
    private final Sending sending;
    private final EgressRules egress;
    private final Audit audit;
    private final Clock clock;
    private final ForwarderStore forwarders = new ForwarderStore();
    private final RequestStore requests = new RequestStore();
    private final SecureRandom random = new SecureRandom();

    public Connections(
            Transactions transactions,
            ConnectionStore store,
            Sending sending,
            EgressRules egress,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.sending = sending;
        this.egress = egress;
        this.audit = audit;
        this.clock = clock;
    }

    /** By name. */
    public List<Connection> list(ProjectAccess who) {
        who.require(Permission.EDIT_MOTECH);
        return transactions.read(store::all);
    }

    public Optional<Connection> find(ProjectAccess who, String connectionId) {
        return Optional.ofNullable(find(who, List.of(connectionId)).get(connectionId));
    }

    /** Those that are there, by their ids. */
    public Map<String, Connection> find(ProjectAccess who, Collection<String> connectionIds) {
        who.require(Permission.EDIT_MOTECH);
        return transactions.read(
                tx -> store.find(tx, connectionIds.stream().map(RecordStore::id).toList()));
    }

    public Connection create(ProjectAccess who, ConnectionWish wish) {
        who.require(Permission.EDIT_MOTECH);
        check(wish);
        return transactions.write(tx -> {
            if (store.count(tx) >= MOST) {
                throw new Refused(new Problem.Conflict("TOO_MANY", "A project has 200 connections at most."));
            }
            Secrets secrets = new Secrets(
                    wish.password().orElse(""),
                    wish.clientSecret().orElse(""),
                    headers(wish, Map.of()),
                    Signature.secret(random),
                    "",
                    null);
            Connection made = store.insert(tx, wish, secrets);
            record(tx, who, "connection.created", made);
            return made;
        });
    }

    public Connection update(ProjectAccess who, String connectionId, UnaryOperator<ConnectionWish> change) {
        return update(who, connectionId, change, before -> {});
    }

    /**
     * As {@link #update(ProjectAccess, String, UnaryOperator)}, for a connection that was read before.
     *
     * @param check refuses when the connection is not any more what it was
     */
    public Connection update(
            ProjectAccess who, String connectionId, UnaryOperator<ConnectionWish> change, Consumer<Connection> check) {
        who.require(Permission.EDIT_MOTECH);
        while (true) {
            Connection seen = find(who, connectionId).orElseThrow(Connections::notFound);
            check.accept(seen);
            ConnectionWish wish = change.apply(wish(seen));
            // Looks names up, so nothing is held meanwhile.
            check(wish);
            Optional<Connection> after = transactions.write(tx -> Optional.of(locked(tx, connectionId))
                    .filter(before -> before.updatedAt().equals(seen.updatedAt()))
                    .map(before -> updated(tx, who, before, wish)));
            if (after.isPresent()) {
                return after.get();
            }
        }
    }

    /** What is secret does not follow a connection elsewhere: whoever moves it gives that anew. */
    private Connection updated(Tx tx, ProjectAccess who, Connection before, ConnectionWish wish) {
        Secrets old = before.secrets();
        boolean moves = wish.leadsElsewhere(before);
        Secrets secrets = new Secrets(
                wish.password().orElse(moves ? "" : old.password()),
                wish.clientSecret().orElse(moves ? "" : old.clientSecret()),
                headers(wish, moves ? Map.of() : old.headers()),
                old.signing(),
                old.formerSigning(),
                old.formerUntil());
        Connection after = store.update(tx, RecordStore.id(before.connectionId()), wish, secrets);
        record(tx, who, "connection.changed", after);
        return after;
    }

    private static ConnectionWish wish(Connection connection) {
        Map<String, Optional<String>> headers = new LinkedHashMap<>();
        connection.secrets().headers().keySet().forEach(name -> headers.put(name, Optional.empty()));
        return new ConnectionWish(
                connection.name(),
                connection.url(),
                connection.notifyAddresses(),
                connection.notifyAfter(),
                connection.authentication(),
                Optional.empty(),
                Optional.empty(),
                headers,
                connection.skipCertVerify());
    }

    private static Map<String, String> headers(ConnectionWish wish, Map<String, String> before) {
        Map<String, String> headers = new LinkedHashMap<>();
        wish.headers().forEach((name, value) -> headers.put(name, value.orElse(before.getOrDefault(name, ""))));
        return headers;
    }

    /** Refused while a forwarder sends there. */
    public void delete(ProjectAccess who, String connectionId) {
        who.require(Permission.EDIT_MOTECH);
        transactions.writing(tx -> {
            Connection before = locked(tx, connectionId);
            if (forwarders.isUsed(tx, RecordStore.id(connectionId))) {
                throw new Refused(new Problem.Conflict(
                        "IN_USE", "This connection is used by: Data Forwarding. Stop that first."));
            }
            store.delete(tx, RecordStore.id(connectionId));
            record(tx, who, "connection.deleted", before);
        });
    }

    /** Makes a secret with which deliveries are signed, and shows it. The one before signs too, for a day. */
    public String rotate(ProjectAccess who, String connectionId) {
        who.require(Permission.EDIT_MOTECH);
        String fresh = Signature.secret(random);
        return transactions.write(tx -> {
            Connection before = locked(tx, connectionId);
            Secrets old = before.secrets();
            Secrets secrets = new Secrets(
                    old.password(),
                    old.clientSecret(),
                    old.headers(),
                    fresh,
                    old.signing(),
                    clock.instant().plus(BOTH_SIGN));
            store.setSecrets(tx, RecordStore.id(connectionId), secrets);
            record(tx, who, "connection.secret_rotated", before);
            return fresh;
        });
    }

    /** Sends a request to the address, with these credentials, and tells what came back. */
    public SentRequest.Content test(ProjectAccess who, String connectionId) {
        who.require(Permission.EDIT_MOTECH);
        Connection connection = find(who, connectionId).orElseThrow(Connections::notFound);
        long start = System.nanoTime();
        WireAnswer answer = answer(connection);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        SentRequest.Content content = Told.of(connection, "GET", connection.url(), Map.of(), new byte[0], answer);
        Instant now = clock.instant();
        transactions.writing(tx -> {
            requests.insert(
                    tx,
                    List.of(new SentRequest(
                            RequestIds.next(),
                            connectionId,
                            Optional.empty(),
                            Optional.empty(),
                            now,
                            Optional.empty(),
                            content,
                            Math.toIntExact(took.toMillis()))));
            record(tx, who, "connection.tested", connection);
        });
        return content;
    }

    private WireAnswer answer(Connection connection) {
        try {
            return sending.send(connection, "GET", connection.url(), Map.of(), new byte[0]);
        } catch (NotSent crowded) {
            return new WireAnswer.Silent("Too much is on its way from this server. Try again in a minute.");
        }
    }

    private Connection locked(Tx tx, String connectionId) {
        if (!store.lock(tx, RecordStore.id(connectionId))) {
            throw notFound();
        }
        return store.find(tx, RecordStore.id(connectionId)).orElseThrow();
    }

    private void check(ConnectionWish wish) {
        List<FieldError> errors = ConnectionRules.broken(wish, egress);
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
    }

    private void record(Tx tx, ProjectAccess who, String action, Connection connection) {
        audit.record(
                tx,
                who,
                AuditEntry.of(action, "connection", connection.connectionId())
                        .with("name", connection.name())
                        .with("url", connection.url()));
    }

    private static Refused notFound() {
        return new Refused(new Problem.NotFound("connection"));
    }
}

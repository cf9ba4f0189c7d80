// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.baraza.forwarding.LaneStore.Lane;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** The forwarders of the project in scope. Needs {@code edit_motech}. */
public final class Forwarders {
    private static final int MOST = 200;
    private static final int LONGEST = 255;
    private static final int LONGEST_SCRIPT = 65_536;
    private static final int MOST_NAMED = 1_000;
    private static final int MOST_AT_ONCE = 256;
    private static final int MOST_CODES = 50;
    private static final int FIRST_ERROR = 400;
    private static final int LAST_ERROR = 599;
    private static final int MOST_A_SECOND = 10_000;

    private final Transactions transactions;
    private final ConnectionStore connections;
    private final ForwarderTypes types;
    private final Payloads payloads;
    private final Audit audit;
    private final Sender sender;
    private final ForwarderStore store = new ForwarderStore();
    private final LaneStore lanes = new LaneStore();

    public Forwarders(
            Transactions transactions,
            ConnectionStore connections,
            ForwarderTypes types,
            Payloads payloads,
            Audit audit,
            Sender sender) {
        this.transactions = transactions;
        this.connections = connections;
        this.types = types;
        this.payloads = payloads;
        this.audit = audit;
        this.sender = sender;
    }

    /** By name. */
    public List<Forwarder> list(ProjectAccess who) {
        who.require(Permission.EDIT_MOTECH);
        return transactions.read(store::all);
    }

    public Optional<Forwarder> find(ProjectAccess who, String forwarderId) {
        return Optional.ofNullable(find(who, List.of(forwarderId)).get(forwarderId));
    }

    /** Those that are there, by their ids. */
    public Map<String, Forwarder> find(ProjectAccess who, Collection<String> forwarderIds) {
        who.require(Permission.EDIT_MOTECH);
        return transactions.read(
                tx -> store.find(tx, forwarderIds.stream().map(RecordStore::id).toList()));
    }

    /** What there is to choose from. */
    public ForwarderTypes types(ProjectAccess who) {
        who.require(Permission.EDIT_MOTECH);
        return types;
    }

    public Forwarder create(ProjectAccess who, ForwarderWish wish) {
        who.require(Permission.EDIT_MOTECH);
        checkScript(wish);
        return transactions.write(tx -> {
            if (store.count(tx) >= MOST) {
                throw new Refused(new Problem.Conflict("TOO_MANY", "A project has 200 forwarders at most."));
            }
            ForwarderWish whole = whole(tx, wish);
            Forwarder made = store.insert(tx, whole, RecordStore.id(whole.connectionId()));
            record(tx, who, "forwarder.created", made);
            return made;
        });
    }

    public Forwarder update(ProjectAccess who, String forwarderId, UnaryOperator<ForwarderWish> change) {
        return update(who, forwarderId, change, before -> {});
    }

    /**
     * As {@link #update(ProjectAccess, String, UnaryOperator)}, for a forwarder that was read before.
     *
     * @param check refuses when the forwarder, which nobody else changes now, is not any more what it was
     */
    public Forwarder update(
            ProjectAccess who, String forwarderId, UnaryOperator<ForwarderWish> change, Consumer<Forwarder> check) {
        who.require(Permission.EDIT_MOTECH);
        transactions
                .read(tx -> store.find(tx, RecordStore.id(forwarderId)))
                .ifPresent(seen -> checkScript(change.apply(wish(seen))));
        return transactions.write(tx -> {
            Forwarder before = locked(tx, forwarderId);
            check.accept(before);
            ForwarderWish wish = whole(tx, change.apply(wish(before)));
            Forwarder after = store.update(tx, RecordStore.id(forwarderId), wish, RecordStore.id(wish.connectionId()));
            record(tx, who, "forwarder.changed", after);
            return after;
        });
    }

    private static ForwarderWish wish(Forwarder forwarder) {
        return new ForwarderWish(
                forwarder.connectionId(),
                forwarder.name(),
                forwarder.type(),
                forwarder.format(),
                forwarder.script(),
                forwarder.method(),
                forwarder.options());
    }

    /** Outside of any transaction, because it may take a while. */
    private void checkScript(ForwarderWish wish) {
        if (wish.script().length() > LONGEST_SCRIPT) {
            throw new Refused(new Problem.Invalid(
                    List.of(new FieldError("script", "TOO_LONG", "A script has at most 65536 letters."))));
        }
        List<FieldError> errors = payloads.flaws(new Recipe(wish.type(), format(wish), wish.script())).stream()
                .map(flaw -> new FieldError("script", "SCRIPT_FLAWED", flaw.told()))
                .toList();
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
    }

    private String format(ForwarderWish wish) {
        return wish.format().isEmpty()
                ? types.type(wish.type()).map(ForwarderType::usualFormat).orElse("")
                : wish.format();
    }

    /** Stops it for good. */
    public void delete(ProjectAccess who, String forwarderId) {
        who.require(Permission.EDIT_MOTECH);
        transactions.writing(tx -> {
            Forwarder before = locked(tx, forwarderId);
            settle(tx, before, false);
            store.delete(tx, RecordStore.id(forwarderId));
            record(tx, who, "forwarder.deleted", before);
        });
    }

    /** Nothing is sent, and nothing is lost, while it is paused. */
    public Forwarder setPaused(ProjectAccess who, String forwarderId, boolean paused) {
        who.require(Permission.EDIT_MOTECH);
        return transactions.write(tx -> {
            Forwarder before = locked(tx, forwarderId);
            store.setPaused(tx, RecordStore.id(forwarderId), paused);
            settle(tx, before, !paused);
            record(tx, who, paused ? "forwarder.paused" : "forwarder.resumed", before);
            tx.afterCommit(sender::nudge);
            return store.find(tx, RecordStore.id(forwarderId)).orElseThrow();
        });
    }

    private void settle(Tx tx, Forwarder forwarder, boolean open) {
        Lane lane = lanes.lock(tx, UUID.fromString(forwarder.forwarderId())).orElseThrow();
        lanes.settle(
                tx,
                new Lane(
                        lane.forwarderId(),
                        lane.holder(),
                        lane.restingUntil(),
                        lane.lastAttemptAt(),
                        lane.counts(),
                        open),
                Optional.empty());
    }

    /** Nobody else does anything about it until the transaction ends. */
    private Forwarder locked(Tx tx, String forwarderId) {
        UUID id = RecordStore.id(forwarderId);
        return lanes.lock(tx, id)
                .flatMap(lane -> store.find(tx, id))
                .orElseThrow(() -> new Refused(new Problem.NotFound("forwarder")));
    }

    /** With what is usual where nothing is said. */
    private ForwarderWish whole(Tx tx, ForwarderWish wish) {
        UUID connection = RecordStore.id(wish.connectionId());
        boolean known = connections.lock(tx, connection);
        List<FieldError> errors = new ArrayList<>();
        if (!known) {
            errors.add(new FieldError("connectionId", "CONNECTION_UNKNOWN", "There is no such connection."));
        }
        String format = format(wish);
        check(errors, wish, format);
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
        String name = wish.name().isBlank()
                ? connections.find(tx, connection).orElseThrow().name()
                : wish.name();
        return new ForwarderWish(
                wish.connectionId(), name, wish.type(), format, wish.script(), wish.method(), wish.options());
    }

    private void check(List<FieldError> errors, ForwarderWish wish, String format) {
        if (wish.name().length() > LONGEST) {
            errors.add(new FieldError("name", "NAME_INVALID", "A name has at most 255 letters."));
        }
        if (types.type(wish.type()).isEmpty()) {
            errors.add(new FieldError("type", "TYPE_UNKNOWN", "There is no such type of forwarder."));
        } else if (types.format(wish.type(), format).isEmpty()) {
            errors.add(new FieldError("format", "FORMAT_UNKNOWN", "The type has no such format."));
        }
        ForwarderOptions options = wish.options();
        if (options.concurrency() < 1 || options.concurrency() > MOST_AT_ONCE) {
            errors.add(new FieldError("concurrency", "OUT_OF_RANGE", "From 1 to 256 requests at once."));
        }
        if (options.backOffCodes().size() > MOST_CODES
                || !options.backOffCodes().stream().allMatch(code -> code >= FIRST_ERROR && code <= LAST_ERROR)) {
            errors.add(new FieldError("backOffCodes", "OUT_OF_RANGE", "At most 50 statuses between 400 and 599."));
        }
        if (options.requestsPerSecond() < 0 || options.requestsPerSecond() > MOST_A_SECOND) {
            errors.add(new FieldError("requestsPerSecond", "OUT_OF_RANGE", "From 1 to 10000 requests a second."));
        }
        if (options.xmlnses().size() > MOST_NAMED
                || options.caseTypes().size() > MOST_NAMED
                || options.excludedUserIds().size() > MOST_NAMED) {
            errors.add(new FieldError("xmlnses", "TOO_MANY", "Name at most 1000 of a kind."));
        }
    }

    private void record(Tx tx, ProjectAccess who, String action, Forwarder forwarder) {
        audit.record(
                tx,
                who,
                AuditEntry.of(action, "forwarder", forwarder.forwarderId())
                        .with("name", forwarder.name())
                        .with("type", forwarder.type()));
    }
}

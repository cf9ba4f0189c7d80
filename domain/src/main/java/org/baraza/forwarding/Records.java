// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.baraza.forwarding.LaneStore.Lane;
import org.baraza.forwarding.RecordQuery.RecordFilter;
import org.baraza.forwarding.spi.Payload;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** What forwarders of the project in scope sent, and are to send. Needs {@code edit_motech}. */
public final class Records {
    private final Transactions transactions;
    private final Payloads payloads;
    private final Audit audit;
    private final Sender sender;
    private final Lifecycle lifecycle;
    private final Clock clock;
    private final RecordStore store = new RecordStore();
    private final RequestStore requests = new RequestStore();
    private final ForwarderStore forwarders = new ForwarderStore();
    private final LaneStore lanes = new LaneStore();

    public Records(
            Transactions transactions,
            Payloads payloads,
            Audit audit,
            Sender sender,
            Lifecycle lifecycle,
            Clock clock) {
        this.lifecycle = lifecycle;
        this.transactions = transactions;
        this.payloads = payloads;
        this.audit = audit;
        this.sender = sender;
        this.clock = clock;
    }

    /** What somebody does to a record. */
    public enum Deed {
        RESEND("resent", new Lifecycle.Event.Resent()),
        CANCEL("cancelled", new Lifecycle.Event.CancelledByHand()),
        REQUEUE("requeued", new Lifecycle.Event.Requeued());

        private final String done;
        private final Lifecycle.Event event;

        Deed(String done, Lifecycle.Event event) {
            this.done = done;
            this.event = event;
        }
    }

    /** What is sent of a record; the problem says why it cannot be made. */
    public record Preview(String contentType, String text, Optional<String> problem) {}

    public Page<ForwardingRecord> list(ProjectAccess who, RecordQuery query) {
        who.require(Permission.EDIT_MOTECH);
        return transactions.read(tx -> store.page(tx, query));
    }

    public Optional<ForwardingRecord> find(ProjectAccess who, String recordId) {
        who.require(Permission.EDIT_MOTECH);
        return transactions.read(tx -> store.find(tx, RecordStore.id(recordId)));
    }

    /** Ids of records that are like that, oldest first; at most a million. */
    public List<String> ids(ProjectAccess who, RecordFilter filter) {
        who.require(Permission.EDIT_MOTECH);
        return transactions.read(tx -> store.ids(tx, filter));
    }

    /** Attempts to deliver each of the records, newest first; nothing for those that were not tried. */
    public Map<String, List<SentRequest>> attempts(ProjectAccess who, Collection<String> recordIds) {
        who.require(Permission.EDIT_MOTECH);
        return transactions.read(tx ->
                requests.ofRecords(tx, recordIds.stream().map(RecordStore::id).toList()));
    }

    /** What would be sent of a record now. */
    public Preview preview(ProjectAccess who, ForwardingRecord record) {
        who.require(Permission.EDIT_MOTECH);
        Optional<Payload> kept = transactions.read(tx -> Optional.ofNullable(
                store.snapshots(tx, List.of(record.recordId())).get(record.recordId())));
        Optional<Forwarder> forwarder =
                transactions.read(tx -> forwarders.find(tx, RecordStore.id(record.forwarderId())));
        String id = record.payloadId();
        Payloads.Making making = forwarder
                .map(found -> kept.map(
                                payload -> payloads.make(found.recipe(), Map.of(id, payload), Workshop.Purpose.PREVIEW))
                        .orElseGet(() -> payloads.make(found.recipe(), List.of(id), Workshop.Purpose.PREVIEW))
                        .getOrDefault(id, new Payloads.Making.Gone()))
                .orElseGet(() -> new Payloads.Making.Failed("There is no such forwarder any more."));
        return told(making);
    }

    /** As people read it. */
    static Preview told(Payloads.Making making) {
        return switch (making) {
            case Payloads.Making.Made(Payload payload) -> PrettyText.of(payload);
            case Payloads.Making.Failed(String reason) -> new Preview("", "", Optional.of(reason));
            case Payloads.Making.Gone _ -> new Preview("", "", Optional.of("There is no such document any more."));
            case Payloads.Making.Later _ -> new Preview("", "", Optional.of("There was no time to make it."));
        };
    }

    /** Does something to a record, and notes who did it. */
    public ForwardingRecord act(ProjectAccess who, String recordId, Deed deed) {
        return transactions.write(tx -> act(tx, who, recordId, deed));
    }

    private ForwardingRecord act(Tx tx, ProjectAccess who, String recordId, Deed deed) {
        Acted acted = actAll(tx, who, List.of(recordId), deed);
        if (acted.unfit.contains(recordId)) {
            throw new Refused(
                    new Problem.Conflict("STATE_UNFIT", "A record in this state cannot be " + deed.done + "."));
        }
        return Optional.ofNullable(acted.done.get(recordId)).orElseThrow(Records::notFound);
    }

    /**
     * What came of doing something to many; those in neither are not there.
     *
     * @param done how those stand now to which it was done, by their ids
     * @param unfit those in a state in which it cannot be done
     */
    public record Acted(Map<String, ForwardingRecord> done, Set<String> unfit) {}

    /** Does something to many records, and notes who did it. Takes one lane after the other, always in the same order. */
    public Acted actAll(Tx tx, ProjectAccess who, Collection<String> recordIds, Deed deed) {
        who.require(Permission.EDIT_MOTECH);
        Map<UUID, List<UUID>> byLane = new TreeMap<>();
        store.find(tx, recordIds.stream().map(RecordStore::id).toList())
                .values()
                .forEach(seen -> byLane.computeIfAbsent(UUID.fromString(seen.forwarderId()), _ -> new ArrayList<>())
                        .add(UUID.fromString(seen.recordId())));
        Acted acted = new Acted(new LinkedHashMap<>(), new LinkedHashSet<>());
        byLane.forEach((forwarderId, ids) ->
                lanes.lock(tx, forwarderId).ifPresent(lane -> actInLane(tx, who, lane, ids, deed, acted)));
        tx.afterCommit(sender::nudge);
        return acted;
    }

    private void actInLane(Tx tx, ProjectAccess who, Lane lane, List<UUID> ids, Deed deed, Acted acted) {
        Instant now = clock.instant();
        Counts counts = lane.counts();
        Map<String, ForwardingRecord> changed = new LinkedHashMap<>();
        for (ForwardingRecord before : store.find(tx, ids).values()) {
            Optional<Standing> wanted = lifecycle.next(before.standing(), deed.event, now);
            if (wanted.isEmpty()) {
                acted.unfit.add(before.recordId());
                continue;
            }
            changed.put(before.recordId(), before.standingAs(inLine(before, wanted.get())));
            counts = counts.moved(before.standing().state(), wanted.get().state());
        }
        if (changed.isEmpty()) {
            return;
        }
        lanes.write(tx, List.copyOf(changed.values()));
        Set<String> documents = new LinkedHashSet<>();
        changed.values().forEach(record -> documents.add(record.payloadId()));
        lanes.wake(tx, lane.forwarderId(), documents, now);
        lanes.settle(
                tx,
                new Lane(
                        lane.forwarderId(),
                        lane.holder(),
                        deed == Deed.RESEND ? Optional.empty() : lane.restingUntil(),
                        lane.lastAttemptAt(),
                        counts,
                        lane.open()),
                Optional.empty());
        acted.done.putAll(
                store.find(tx, changed.keySet().stream().map(UUID::fromString).toList()));
        note(tx, who, lane, changed, deed);
    }

    private void note(Tx tx, ProjectAccess who, Lane lane, Map<String, ForwardingRecord> changed, Deed deed) {
        String action = "forwarding_record." + deed.done;
        AuditEntry entry = changed.size() == 1
                ? AuditEntry.of(
                        action, "forwarding_record", changed.keySet().iterator().next())
                : AuditEntry.of(action, "forwarder", lane.forwarderId().toString())
                        .with("records", Integer.toString(changed.size()));
        audit.record(tx, who, entry);
    }

    /** One that is not first of its document waits; whoever has her turn already keeps it. */
    private static Standing inLine(ForwardingRecord record, Standing wanted) {
        return record.standing().due().isPresent() ? wanted : wanted.withoutTurn();
    }

    private static Refused notFound() {
        return new Refused(new Problem.NotFound("forwarding record"));
    }
}

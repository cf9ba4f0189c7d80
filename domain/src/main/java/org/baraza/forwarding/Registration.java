// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.baraza.forwarding.LaneStore.Lane;
import org.baraza.forwarding.LaneStore.Registered;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.Payload;
import org.baraza.persistence.changes.ChangeConsumer;
import org.baraza.persistence.changes.NumberedChange;
import org.baraza.persistence.changes.ProjectsWithWork;
import org.baraza.persistence.crash.CrashPoint;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/** Makes records of what the feed tells: one for each change, forwarder and document, however often it is told. */
public final class Registration implements ChangeConsumer {
    /** Name of the consumer. */
    public static final String CONSUMER = "forwarding";

    private static final int MOST_ADDED = 1_000;
    /** With what is sent of each. */
    private static final int MOST_KEPT = 32;

    private final Transactions transactions;
    private final ProjectsWithWork projects;
    private final ForwarderTypes types;
    private final Payloads payloads;
    private final Runnable nudge;
    private final Clock clock;
    private final ForwarderStore forwarders = new ForwarderStore();
    private final LaneStore lanes = new LaneStore();
    private final RecordStore records = new RecordStore();
    private final Occurrences occurrences = new Occurrences();

    /** @param nudge told that there is something to send */
    public Registration(
            Transactions transactions,
            ProjectsWithWork projects,
            ForwarderTypes types,
            Payloads payloads,
            Runnable nudge,
            Clock clock) {
        this.transactions = transactions;
        this.projects = projects;
        this.types = types;
        this.payloads = payloads;
        this.nudge = nudge;
        this.clock = clock;
    }

    @Override
    public void accept(List<NumberedChange> changes) {
        Map<ProjectId, List<NumberedChange>> byProject = new LinkedHashMap<>();
        changes.forEach(change -> byProject
                .computeIfAbsent(change.project(), project -> new ArrayList<>())
                .add(change));
        List<ProjectId> forwarding = projects.withForwarders(byProject.keySet());
        byProject.forEach((project, told) -> {
            if (forwarding.contains(project)) {
                ProjectScope.run(project, () -> register(told));
            }
        });
    }

    private void register(List<NumberedChange> changes) {
        Plan plan = transactions.read(tx -> plan(tx, changes));
        if (!plan.wanted.isEmpty()) {
            plan.wanted.forEach((forwarderId, wanted) ->
                    register(Objects.requireNonNull(plan.forwarders.get(forwarderId)), forwarderId, wanted));
            CrashPoint.AFTER_REGISTERING.reached();
            nudge.run();
        }
    }

    /** Each forwarder in transactions of its own, so that those who send hardly wait. */
    private void register(Forwarder forwarder, UUID forwarderId, List<Registered> wanted) {
        boolean keeps = forwarder.options().snapshot();
        int most = keeps ? MOST_KEPT : MOST_ADDED;
        for (int from = 0; from < wanted.size(); from += most) {
            List<Registered> some = wanted.subList(from, Math.min(wanted.size(), from + most));
            Map<String, Payload> snapshots = keeps ? snapshots(forwarder, some) : Map.of();
            transactions.writing(tx -> add(tx, forwarderId, some, snapshots));
        }
    }

    /** What each forwarder wants, in the order in which lanes are taken. */
    private record Plan(Map<UUID, Forwarder> forwarders, Map<UUID, List<Registered>> wanted) {}

    private Plan plan(Tx tx, List<NumberedChange> changes) {
        Plan plan = new Plan(new LinkedHashMap<>(), new TreeMap<>());
        List<Forwarder> all = forwarders.all(tx);
        if (all.isEmpty()) {
            return plan;
        }
        List<Occurrences.Told> told = occurrences.of(tx, changes);
        Echoes echoes = occurrences.echoes(
                tx,
                changes,
                all.stream()
                        .filter(forwarder -> payloads.hearsAnswers(forwarder.recipe()))
                        .toList());
        for (Forwarder forwarder : all) {
            Optional<ForwarderType> type = types.type(forwarder.type());
            List<Registered> wanted = told.stream()
                    .filter(one -> !one.change().at().isBefore(forwarder.createdAt()))
                    .filter(one -> type.isPresent() && type.get().accepts(one.occurrence(), forwarder.options()))
                    .filter(one -> !echoes.isOne(one, forwarder))
                    .map(one -> new Registered(
                            one.change().position(), one.occurrence().payloadId()))
                    .toList();
            if (!wanted.isEmpty()) {
                UUID id = UUID.fromString(forwarder.forwarderId());
                plan.forwarders.put(id, forwarder);
                plan.wanted.put(id, wanted);
            }
        }
        return plan;
    }

    private Map<String, Payload> snapshots(Forwarder forwarder, List<Registered> wanted) {
        return payloads.kept(
                forwarder.recipe(),
                wanted.stream().map(Registered::payloadId).distinct().toList());
    }

    private void add(Tx tx, UUID forwarderId, List<Registered> wanted, Map<String, Payload> snapshots) {
        Optional<Lane> lane = lanes.lock(tx, forwarderId);
        if (lane.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<ForwardingRecord> made = lanes.register(tx, forwarderId, wanted, now);
        made.forEach(record -> Optional.ofNullable(snapshots.get(record.payloadId()))
                .ifPresent(payload -> records.keep(tx, record.recordId(), payload)));
        Lane before = lane.get();
        Lane after = new Lane(
                forwarderId,
                before.holder(),
                before.restingUntil(),
                before.lastAttemptAt(),
                before.counts().plus(RecordState.PENDING, made.size()),
                before.open());
        lanes.settle(tx, after, Optional.empty());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.baraza.exchange.work.BadStep;
import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.IdsWork.Numbered;
import org.baraza.exchange.work.Outcome.Fault;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.Selection;
import org.baraza.exchange.work.SingleStep;
import org.baraza.exchange.work.Step;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Assigned;
import org.baraza.places.Belongings;
import org.baraza.places.Group;

/** What is done to many mobile workers. Whom it has been done to already is left as she is. */
public final class WorkerActions {
    private final PeopleServices services;
    private final ProjectAccess who;

    public WorkerActions(PeopleServices services, ProjectAccess who) {
        this.services = services;
        this.who = who;
    }

    /** Something that is done to a worker. */
    @FunctionalInterface
    public interface Deed {
        Effect to(Tx tx, MobileWorker worker);
    }

    /** The ids of those selected, by username. */
    public List<String> ids(Selection.Workers wanted) {
        Supplier<List<MobileWorker>> pages = new PeopleBooks(services).pages(who, wanted);
        List<String> ids = new ArrayList<>();
        for (List<MobileWorker> some = pages.get(); !some.isEmpty(); some = pages.get()) {
            some.forEach(worker -> ids.add(worker.userId()));
        }
        return ids;
    }

    public Deed setActive(boolean active) {
        return (tx, worker) -> {
            if (worker.active() == active) {
                return Effect.UNCHANGED;
            }
            services.workers().setActive(tx, who, worker.userId(), active);
            return Effect.UPDATED;
        };
    }

    public Deed delete() {
        return (tx, worker) -> {
            services.workers().delete(tx, who, worker.userId());
            services.belongings().clear(tx, who, worker.userId());
            return Effect.DELETED;
        };
    }

    /** @param only whether it becomes the only location; else it comes behind the present ones */
    public Deed assign(String locationId, boolean only) {
        return (tx, worker) -> {
            Assigned before = services.assignments()
                    .ofUsers(tx, List.of(worker.userId()))
                    .getOrDefault(worker.userId(), Assigned.NOWHERE);
            var ids = new LinkedHashSet<String>(only ? List.of() : before.locationIds());
            ids.add(locationId);
            if (List.copyOf(ids).equals(before.locationIds())) {
                return Effect.UNCHANGED;
            }
            services.assignments().set(tx, who, worker.userId(), new Assigned(List.copyOf(ids), ""));
            return Effect.UPDATED;
        };
    }

    /** @param in whether she is to be in the group, or out of it */
    public Deed group(String groupId, boolean in) {
        return (tx, worker) -> {
            var ids = new LinkedHashSet<String>(
                    services
                            .groups()
                            .ofUsers(tx, List.of(worker.userId()))
                            .getOrDefault(worker.userId(), List.of())
                            .stream()
                            .map(Group::groupId)
                            .toList());
            boolean changes = in ? ids.add(groupId) : ids.remove(groupId);
            if (!changes) {
                return Effect.UNCHANGED;
            }
            services.belongings()
                    .set(
                            tx,
                            who,
                            worker.userId(),
                            new Belongings.Wish(Optional.of(List.copyOf(ids)), Optional.empty(), Optional.empty()));
            return Effect.UPDATED;
        };
    }

    /** Makes the deed ready for each of the ids. */
    public List<Step> steps(List<Numbered> some, Deed deed) {
        Map<String, MobileWorker> found =
                services.workers().find(who, some.stream().map(Numbered::id).toList());
        List<Step> steps = new ArrayList<>();
        for (Numbered one : some) {
            MobileWorker worker = found.get(one.id());
            steps.add(
                    worker == null
                            ? new BadStep(
                                    one.place(one.id()),
                                    List.of(new Fault("", "NOT_FOUND", "There is no such mobile worker.")))
                            : new DeedStep(one.place(worker.username()), worker, deed));
        }
        return steps;
    }

    private record DeedStep(RowPlace place, MobileWorker worker, Deed deed) implements SingleStep {
        @Override
        public Effect take(Tx tx) {
            return deed.to(tx, worker);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.deliveries;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.IdsWork.Numbered;
import org.baraza.exchange.work.Outcome;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.Selection;
import org.baraza.exchange.work.Step;
import org.baraza.exchange.work.Work;
import org.baraza.forwarding.Records;
import org.baraza.forwarding.Records.Acted;
import org.baraza.forwarding.Records.Deed;
import org.baraza.forwarding.Replays;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;

/** Resends, cancels or requeues many records, and replays what changed: a few hundred in each step. */
public final class Deliveries {
    private final Records records;
    private final Replays replays;

    public Deliveries(Records records, Replays replays) {
        this.records = records;
        this.replays = replays;
    }

    /** The ids of those selected, oldest first. */
    public List<String> ids(ProjectAccess who, Selection.Deliveries selection) {
        return records.ids(who, selection.filter());
    }

    public Function<List<Numbered>, List<Step>> acting(ProjectAccess who, Deed deed) {
        return some -> List.of(new Acting(some, who, records, deed));
    }

    public Work replaying(ProjectAccess who, String forwarderId, Instant since, Instant until) {
        replays.check(who, forwarderId, since, until);
        return new ReplayWork(replays, who, forwarderId, replays.stretch(who, since, until));
    }

    private record Acting(List<Numbered> some, ProjectAccess who, Records records, Deed deed) implements Step {
        @Override
        public RowPlace place() {
            return some.getFirst().place(some.getFirst().id());
        }

        @Override
        public int rows() {
            return some.size();
        }

        @Override
        public Outcome takeAll(Tx tx) {
            Acted acted =
                    records.actAll(tx, who, some.stream().map(Numbered::id).toList(), deed);
            List<Effect> effects = new ArrayList<>();
            List<Outcome.Bad> bad = new ArrayList<>();
            for (Numbered one : some) {
                if (acted.done().containsKey(one.id())) {
                    effects.add(Effect.UPDATED);
                } else if (acted.unfit().contains(one.id())) {
                    effects.add(Effect.UNCHANGED);
                } else {
                    bad.add(new Outcome.Bad(
                            one.place(one.id()),
                            List.of(new Outcome.Fault("", "NOT_FOUND", "There is no such record any more."))));
                }
            }
            return new Outcome.Several(effects, bad);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.deliveries;

import java.util.List;
import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.Outcome;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.Step;
import org.baraza.exchange.work.Work;
import org.baraza.forwarding.Replays;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.changes.PastChanges.Stretch;
import org.baraza.persistence.tenancy.Tx;

/** Walks through a stretch of the feed and lets a forwarder send it again; each change is a row. */
final class ReplayWork implements Work {
    private static final int AT_ONCE = 200;

    private final Replays replays;
    private final ProjectAccess who;
    private final String forwarderId;
    private final Stretch stretch;
    private long position;
    private int rows;

    ReplayWork(Replays replays, ProjectAccess who, String forwarderId, Stretch stretch) {
        this.replays = replays;
        this.who = who;
        this.forwarderId = forwarderId;
        this.stretch = stretch;
        this.position = stretch.first() - 1;
    }

    @Override
    public int total() {
        return stretch.changes();
    }

    @Override
    public void skip(int done) {
        rows = done;
        position = replays.position(who, stretch, done);
    }

    @Override
    public List<Step> next() {
        return replays.next(who, forwarderId, stretch, position, AT_ONCE)
                .<List<Step>>map(batch -> {
                    position = batch.last();
                    Step step = new Replaying(new RowPlace("", rows + 1, forwarderId), replays, who, batch);
                    rows += batch.size();
                    return List.of(step);
                })
                .orElse(List.of());
    }

    @Override
    public void close() {
        position = stretch.last();
    }

    private record Replaying(RowPlace place, Replays replays, ProjectAccess who, Replays.Batch batch) implements Step {
        @Override
        public int rows() {
            return batch.size();
        }

        @Override
        public Outcome takeAll(Tx tx) {
            List<Effect> effects = replays.replay(tx, who, batch).stream()
                    .map(Replaying::effect)
                    .toList();
            return new Outcome.Several(effects, List.of());
        }

        private static Effect effect(Replays.Effect effect) {
            return switch (effect) {
                case RECORDED -> Effect.CREATED;
                case SENT_AGAIN -> Effect.UPDATED;
                case NOTHING -> Effect.UNCHANGED;
            };
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.util.List;
import java.util.OptionalInt;
import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.Outcome;

/**
 * How far a job has come.
 *
 * @param total rows in all; empty until they are counted
 * @param done rows behind it, those that failed among them
 * @param failed rows that were left as they were
 */
public record Progress(OptionalInt total, int done, int failed, int created, int updated, int unchanged, int deleted) {
    static final Progress NONE = new Progress(OptionalInt.empty(), 0, 0, 0, 0, 0, 0);

    Progress of(int rows) {
        return new Progress(OptionalInt.of(rows), done, failed, created, updated, unchanged, deleted);
    }

    /** After so many rows of which the same came. */
    Progress after(Outcome outcome, int rows) {
        return switch (outcome) {
            case Outcome.Failed _ ->
                new Progress(total, done + rows, failed + rows, created, updated, unchanged, deleted);
            case Outcome.Several(List<Effect> effects, List<Outcome.Bad> bad) -> {
                Progress after = new Progress(
                        total, done + bad.size(), failed + bad.size(), created, updated, unchanged, deleted);
                for (Effect effect : effects) {
                    after = after.after(new Outcome.Done(effect), 1);
                }
                yield after;
            }
            case Outcome.Done(Effect effect) ->
                switch (effect) {
                    case CREATED ->
                        new Progress(total, done + rows, failed, created + rows, updated, unchanged, deleted);
                    case UPDATED ->
                        new Progress(total, done + rows, failed, created, updated + rows, unchanged, deleted);
                    case UNCHANGED ->
                        new Progress(total, done + rows, failed, created, updated, unchanged + rows, deleted);
                    case DELETED ->
                        new Progress(total, done + rows, failed, created, updated, unchanged, deleted + rows);
                };
        };
    }
}

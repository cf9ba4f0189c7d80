// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import java.util.List;
import java.util.UUID;
import org.baraza.exchange.work.Outcome.Fault;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Outage;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a row in a part of a transaction, and turns whatever goes wrong with it into faults of the row. */
public final class StepTaking {
    private static final Logger LOG = LoggerFactory.getLogger(StepTaking.class);

    private StepTaking() {}

    /** @param rehearsal whether what was done is undone in any case */
    public static Outcome take(Tx tx, Step step, boolean rehearsal) {
        try {
            if (!step.writes()) {
                return step.takeAll(tx);
            }
            return rehearsal ? tx.rehearsal(() -> step.takeAll(tx)) : tx.part(() -> step.takeAll(tx));
        } catch (RowRefused refused) {
            return new Outcome.Failed(refused.faults());
        } catch (Refused refused) {
            return new Outcome.Failed(faults(step, refused.problem()));
        } catch (RuntimeException failure) {
            return failed(failure);
        }
    }

    private static List<Fault> faults(Step step, Problem problem) {
        return switch (problem) {
            case Problem.Invalid(var errors) ->
                errors.stream()
                        .map(error -> new Fault(step.column(error.field()), error.code(), error.message()))
                        .toList();
            case Problem.NotFound _, Problem.Forbidden _, Problem.Barred _, Problem.Conflict _ ->
                List.of(new Fault("", problem.code(), problem.message()));
            // The server's trouble, not the row's.
            case Problem.TooMany _, Problem.Unavailable _ -> throw new Refused(problem);
        };
    }

    private static Outcome failed(RuntimeException failure) {
        if (Conflicts.isUniqueViolation(failure)) {
            return new Outcome.Failed(
                    List.of(new Fault("", "TAKEN", "Somebody else made one of that name at the same moment.")));
        }
        if (Conflicts.isConflict(failure) || Outage.causes(failure)) {
            throw failure;
        }
        String trace = UUID.randomUUID().toString();
        LOG.atError().addKeyValue("trace", trace).setCause(failure).log("job.row_failed");
        return new Outcome.Failed(List.of(
                new Fault("", "INTERNAL", "Something went wrong on the server; its log has it under " + trace + ".")));
    }
}

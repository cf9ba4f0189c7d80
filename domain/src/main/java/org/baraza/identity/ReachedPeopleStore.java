// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.List;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Which people somebody knows of who may not see every location: those who work where she does, or below (spec: location
 * restriction). Others are not there for her. Where people work only places know, whose function tells it.
 */
final class ReachedPeopleStore {
    private ReachedPeopleStore() {}

    static Condition isReached(ProjectAccess who, Field<String> userId) {
        return who.may(Permission.ACCESS_ALL_LOCATIONS)
                ? noCondition()
                : condition(
                        "{0} in (select places.people_within_reach({1}))",
                        userId, val(who.actor().userId()));
    }

    /** Those of the people whom she knows of. */
    static Collection<String> among(Tx tx, ProjectAccess who, Collection<String> userIds) {
        if (who.may(Permission.ACCESS_ALL_LOCATIONS)) {
            return userIds;
        }
        Table<?> asked = unnest(userIds.toArray(String[]::new)).as("asked", "user_id");
        Field<String> userId = field(name("asked", "user_id"), String.class);
        return tx.sql().select(userId).from(asked).where(isReached(who, userId)).fetchSet(userId);
    }

    static void require(Tx tx, ProjectAccess who, String userId) {
        if (among(tx, who, List.of(userId)).isEmpty()) {
            throw new Refused(new Problem.NotFound("mobile worker"));
        }
    }
}

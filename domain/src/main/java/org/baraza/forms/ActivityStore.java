// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.baraza.persistence.schema.forms.Tables.FORM;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/**
 * Counts of normal forms by arrival, over index form_by_arrival: what they cost grows with the time asked about only. Senders, if
 * given, are the only people whose forms count.
 */
final class ActivityStore {

    /** How many forms arrived from each moment on until the next; the places count from 1. */
    Map<Integer, Integer> counts(Tx tx, List<Instant> moments, Optional<Set<String>> senders) {
        return tx.sql()
                .fetch(counts(moments, senders))
                .intoMap(row -> row.get(0, Integer.class), row -> row.get(1, Integer.class));
    }

    Select<?> counts(List<Instant> moments, Optional<Set<String>> senders) {
        Field<Integer> place = field(
                "width_bucket({0}, {1})",
                SQLDataType.INTEGER,
                FORM.RECEIVED_ON,
                val(moments.toArray(Instant[]::new), SQLDataType.INSTANT.array()));
        return select(place, count())
                .from(FORM)
                .where(arrivedSince(moments.getFirst()))
                .and(FormReadStore.sentBy(senders))
                .groupBy(inline(1));
    }

    int users(Tx tx, Instant since, Optional<Set<String>> senders) {
        return tx.sql()
                .select(countDistinct(FORM.USER_ID))
                .from(FORM)
                .where(arrivedSince(since))
                .and(FormReadStore.sentBy(senders))
                .fetchSingle(0, Integer.class);
    }

    Optional<Instant> last(Tx tx, Optional<Set<String>> senders) {
        return tx.sql()
                .select(max(FORM.RECEIVED_ON))
                .from(FORM)
                .where(isNormal())
                .and(FormReadStore.sentBy(senders))
                .fetchOptional(0, Instant.class);
    }

    /** What each of the users sent and completed; index form_by_user. What was completed later than it came is left out. */
    Map<String, WorkTally> tallies(
            Tx tx, Collection<String> userIds, Instant lastThirtyDays, Instant monthBegin, Instant monthEnd) {
        Instant earliest = lastThirtyDays.isBefore(monthBegin) ? lastThirtyDays : monthBegin;
        Map<String, WorkTally> tallies = new LinkedHashMap<>();
        tx.sql()
                .select(
                        FORM.USER_ID,
                        count().filterWhere(FORM.RECEIVED_ON.ge(lastThirtyDays)),
                        count().filterWhere(FORM.TIME_END.ge(lastThirtyDays)),
                        count().filterWhere(FORM.RECEIVED_ON.ge(monthBegin).and(FORM.RECEIVED_ON.lt(monthEnd))),
                        count().filterWhere(FORM.TIME_END.ge(monthBegin).and(FORM.TIME_END.lt(monthEnd))))
                .from(FORM)
                .where(FORM.USER_ID.eq(any(userIds.toArray(String[]::new))))
                .and(arrivedSince(earliest))
                .groupBy(FORM.USER_ID)
                .forEach(row -> tallies.put(
                        row.value1(), new WorkTally(row.value2(), row.value3(), row.value4(), row.value5())));
        return tallies;
    }

    /** Whether somebody sent any form, from that phone if one is named; index form_by_user. */
    boolean cameSince(Tx tx, String userId, String deviceId, Instant since) {
        return tx.sql()
                .fetchExists(
                        FORM,
                        FORM.USER_ID
                                .eq(userId)
                                .and(FORM.RECEIVED_ON.ge(since))
                                .and(deviceId.isEmpty() ? noCondition() : FORM.DEVICE_ID.eq(deviceId)));
    }

    private static Condition arrivedSince(Instant since) {
        return isNormal().and(FORM.RECEIVED_ON.ge(since));
    }

    private static Condition isNormal() {
        return FORM.STATE.eq((short) FormState.NORMAL.bit());
    }
}

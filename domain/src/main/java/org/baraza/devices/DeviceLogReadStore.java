// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import static org.baraza.persistence.schema.devices.Tables.LOG_ENTRY;
import static org.baraza.persistence.schema.devices.Tables.REPORT;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.arrayAggDistinct;
import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** Reads entries of logs. */
final class DeviceLogReadStore {
    private static final int MOST_BUILDS = 20;

    /** A range of one of the indexes log_entry_by_time, _by_type, _by_user, _by_device and _by_crash. */
    Page<DeviceLog> list(Tx tx, DeviceLogQuery query) {
        List<DeviceLog> rows = tx.sql().fetch(rows(query)).map(DeviceLogReadStore::log);
        return Page.of(rows, query.page(), () -> (long) tx.sql().fetchCount(LOG_ENTRY, wanted(query)));
    }

    /** The statement of a page, one row more than asked for. */
    Select<Record> rows(DeviceLogQuery query) {
        return select(LOG_ENTRY.asterisk(), REPORT.RECEIVED_ON)
                .from(LOG_ENTRY)
                .join(REPORT)
                .on(REPORT.PROJECT_ID.eq(LOG_ENTRY.PROJECT_ID))
                .and(REPORT.FORM_ID.eq(LOG_ENTRY.FORM_ID))
                .where(wanted(query))
                .and(behind(query.page().after()))
                .orderBy(LOG_ENTRY.OCCURRED_ON.desc(), LOG_ENTRY.FORM_ID.desc(), LOG_ENTRY.ENTRY_NO.desc())
                .limit(query.page().first() + 1);
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor place = Cursor.read(after, DeviceLog.LIST, 3);
        return row(LOG_ENTRY.OCCURRED_ON, LOG_ENTRY.FORM_ID, LOG_ENTRY.ENTRY_NO)
                .lt(place.instant(0), place.text(1), place.number(2));
    }

    private static Condition wanted(DeviceLogQuery query) {
        return equal(LOG_ENTRY.TYPE, query.type())
                .and(equal(LOG_ENTRY.USER_ID, query.userId()))
                .and(equal(LOG_ENTRY.DEVICE_ID, query.deviceId()))
                .and(equal(LOG_ENTRY.SIGNATURE, query.signature()))
                .and(query.from() == null ? noCondition() : LOG_ENTRY.OCCURRED_ON.ge(query.from()))
                .and(query.until() == null ? noCondition() : LOG_ENTRY.OCCURRED_ON.lt(query.until()));
    }

    private static Condition equal(Field<String> field, @Nullable String value) {
        return value == null ? noCondition() : field.eq(value);
    }

    /** What it costs grows with the number of crashes, which log_entry_by_crash holds apart from all else. */
    List<CrashGroup> crashes(Tx tx, Instant since, int first) {
        Field<Integer> crashes = count();
        Field<Integer> devices = countDistinct(LOG_ENTRY.DEVICE_ID);
        Field<Integer> users = countDistinct(LOG_ENTRY.USER_ID);
        Field<Instant> firstOn = min(LOG_ENTRY.OCCURRED_ON);
        Field<Instant> lastOn = max(LOG_ENTRY.OCCURRED_ON);
        Field<String[]> builds = arrayAggDistinct(LOG_ENTRY.APP_BUILD);
        Field<String> sample = arrayGet(arrayAgg(LOG_ENTRY.MESSAGE).orderBy(LOG_ENTRY.OCCURRED_ON.desc()), 1);
        return tx.sql()
                .select(LOG_ENTRY.SIGNATURE, crashes, devices, users, firstOn, lastOn, builds, sample)
                .from(LOG_ENTRY)
                .where(LOG_ENTRY.SIGNATURE.isNotNull())
                .and(LOG_ENTRY.OCCURRED_ON.ge(since))
                .groupBy(LOG_ENTRY.SIGNATURE)
                .orderBy(crashes.desc(), LOG_ENTRY.SIGNATURE)
                .limit(first)
                .fetch(row -> new CrashGroup(
                        row.get(LOG_ENTRY.SIGNATURE),
                        CrashSignature.title(row.get(sample)),
                        row.get(sample),
                        row.get(crashes),
                        row.get(devices),
                        row.get(users),
                        row.get(firstOn),
                        row.get(lastOn),
                        builds(row.get(builds))));
    }

    private static List<String> builds(String[] named) {
        return Arrays.stream(named)
                .filter(Objects::nonNull)
                .sorted()
                .limit(MOST_BUILDS)
                .toList();
    }

    private static DeviceLog log(Record row) {
        return new DeviceLog(
                row.get(LOG_ENTRY.FORM_ID),
                row.get(LOG_ENTRY.ENTRY_NO),
                row.get(LOG_ENTRY.TYPE),
                row.get(LOG_ENTRY.MESSAGE),
                row.get(LOG_ENTRY.OCCURRED_ON),
                row.get(LOG_ENTRY.LOGGED_ON),
                row.get(REPORT.RECEIVED_ON),
                row.get(LOG_ENTRY.DEVICE_ID),
                row.get(LOG_ENTRY.USER_ID),
                row.get(LOG_ENTRY.USERNAME),
                row.get(LOG_ENTRY.APP_ID),
                row.get(LOG_ENTRY.APP_BUILD),
                row.get(LOG_ENTRY.APP_VERSION),
                row.get(LOG_ENTRY.ANDROID_VERSION),
                row.get(LOG_ENTRY.DEVICE_MODEL),
                row.get(LOG_ENTRY.SESSION),
                row.get(LOG_ENTRY.EXPRESSION),
                row.get(LOG_ENTRY.SIGNATURE));
    }
}

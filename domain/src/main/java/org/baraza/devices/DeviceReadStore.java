// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import static org.baraza.persistence.schema.devices.Tables.DEVICE;
import static org.baraza.persistence.schema.devices.Tables.LOG_REQUEST;
import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/** Reads devices, and how they are found. */
final class DeviceReadStore {
    /** Sorts after every character of a username or an id. */
    private static final String END = "~";

    private static final int MOST_OF_A_USER = 20;

    private static final SelectFieldOrAsterisk[] FIELDS = {DEVICE.asterisk(), LOG_REQUEST.REQUESTED_ON};

    /** A range of device_by_contact or device_by_version, or of device_in_trouble; the search combines two indexes. */
    Page<Device> list(Tx tx, DeviceQuery query, Instant now) {
        List<Device> rows = tx.sql().fetch(rows(query, now)).map(DeviceReadStore::device);
        return Page.of(rows, query.page(), () -> (long) tx.sql().fetchCount(DEVICE, wanted(query, now)));
    }

    /** The statement of a page, one row more than asked for. */
    Select<Record> rows(DeviceQuery query, Instant now) {
        return select(FIELDS)
                .from(DEVICE)
                .leftJoin(LOG_REQUEST)
                .on(requested(DEVICE))
                .where(wanted(query, now))
                .and(behind(query.page().after()))
                .orderBy(DEVICE.SEEN_ON.desc(), DEVICE.USER_ID.desc(), DEVICE.DEVICE_ID.desc())
                .limit(query.page().first() + 1);
    }

    private static Condition requested(org.baraza.persistence.schema.devices.tables.Device device) {
        return LOG_REQUEST
                .PROJECT_ID
                .eq(device.PROJECT_ID)
                .and(LOG_REQUEST.USER_ID.eq(device.USER_ID))
                .and(LOG_REQUEST.DEVICE_ID.eq(device.DEVICE_ID));
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor place = Cursor.read(after, Device.LIST, 3);
        return row(DEVICE.SEEN_ON, DEVICE.USER_ID, DEVICE.DEVICE_ID).lt(place.instant(0), place.text(1), place.text(2));
    }

    private static Condition wanted(DeviceQuery query, Instant now) {
        Condition wanted = DEVICE.PROJECT_ID.eq(ProjectScope.current().value());
        if (query.appVersion() != null) {
            wanted = wanted.and(DEVICE.APP_VERSION.eq(query.appVersion()));
        }
        if (!query.attention().isEmpty()) {
            wanted = wanted.and(or(query.attention().stream()
                    .sorted()
                    .map(reason -> holds(reason, now))
                    .toList()));
        }
        return wanted.and(beginning(query.search().strip()));
    }

    /** As {@link Attention#of}; the first three imply the condition of device_in_trouble. */
    private static Condition holds(Attention reason, Instant now) {
        Instant patience = now.minus(Attention.PATIENCE);
        return switch (reason) {
            case UNSENT_FORMS -> DEVICE.UNSENT_FORMS.gt(0);
            case QUARANTINED_FORMS -> DEVICE.QUARANTINED_FORMS.gt(0);
            case CLOCK_WRONG -> DEVICE.DRIFT_HOURS.ne(0);
            case SYNC_OVERDUE -> DEVICE.SEEN_ON.ge(patience).and(DEVICE.LAST_SYNC_ON.lt(patience));
            case SILENT -> DEVICE.SEEN_ON.lt(patience).and(DEVICE.SEEN_ON.ge(now.minus(Attention.GIVEN_UP)));
        };
    }

    private static Condition beginning(String search) {
        if (search.isEmpty()) {
            return noCondition();
        }
        String name = search.toLowerCase(Locale.ROOT);
        var workers = select(MOBILE_WORKER.USER_ID)
                .from(MOBILE_WORKER)
                .where(MOBILE_WORKER.PROJECT_ID.eq(ProjectScope.current().value()))
                .and(MOBILE_WORKER.RETIRED_AT.isNull())
                .and(MOBILE_WORKER.USERNAME.between(name, name + END));
        return DEVICE.USER_ID.eq(any(array(workers))).or(DEVICE.DEVICE_ID.between(search, search + END));
    }

    /** One short range of the key for each person. */
    Map<String, List<Device>> ofUsers(Tx tx, Collection<String> userIds) {
        var people = unnest(userIds.toArray(String[]::new)).as("people", "user_id");
        var newest = DEVICE.as("newest");
        var own = lateral(select(DEVICE.fields())
                        .from(DEVICE)
                        .where(DEVICE.USER_ID.eq(people.field("user_id", String.class)))
                        .orderBy(DEVICE.SEEN_ON.desc())
                        .limit(MOST_OF_A_USER))
                .as(newest);
        Map<String, List<Device>> found = new LinkedHashMap<>();
        tx.sql()
                .select(newest.fields())
                .select(LOG_REQUEST.REQUESTED_ON)
                .from(people)
                .crossJoin(own)
                .leftJoin(LOG_REQUEST)
                .on(requested(newest))
                .orderBy(newest.SEEN_ON.desc())
                .forEach(row -> found.computeIfAbsent(row.get(DEVICE.USER_ID), _ -> new ArrayList<>())
                        .add(device(row)));
        return found;
    }

    /** By ranges of the key. */
    Map<String, LastContact> lastContacts(Tx tx, Collection<String> userIds) {
        Field<Instant> sync = max(DEVICE.LAST_SYNC_ON);
        Field<Instant> heartbeat = max(DEVICE.LAST_HEARTBEAT_ON);
        return tx.sql()
                .select(DEVICE.USER_ID, sync, heartbeat)
                .from(DEVICE)
                .where(DEVICE.USER_ID.eq(any(userIds.toArray(String[]::new))))
                .groupBy(DEVICE.USER_ID)
                .fetchMap(DEVICE.USER_ID, row -> new LastContact(row.get(sync), row.get(heartbeat)));
    }

    private static Device device(Record row) {
        return new Device(
                row.get(DEVICE.USER_ID),
                row.get(DEVICE.DEVICE_ID),
                row.get(DEVICE.FIRST_SEEN_ON),
                row.get(DEVICE.SEEN_ON),
                row.get(DEVICE.LAST_SUBMISSION_ON),
                row.get(DEVICE.LAST_SYNC_ON),
                row.get(DEVICE.LAST_HEARTBEAT_ON),
                row.get(DEVICE.APP_ID),
                row.get(DEVICE.BUILD_ID),
                row.get(DEVICE.APP_VERSION),
                row.get(DEVICE.COMMCARE_VERSION),
                row.get(DEVICE.UNSENT_FORMS),
                row.get(DEVICE.QUARANTINED_FORMS),
                row.get(DEVICE.DRIFT_HOURS),
                row.get(LOG_REQUEST.REQUESTED_ON));
    }
}

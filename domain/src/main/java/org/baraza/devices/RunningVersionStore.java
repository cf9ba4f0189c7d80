// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import static org.baraza.persistence.schema.devices.Tables.DEVICE;
import static org.baraza.persistence.schema.devices.Tables.HEARTBEAT;
import static org.baraza.persistence.schema.devices.Tables.LOG_ENTRY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.baraza.devices.RunningVersions.PhoneOf;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Reads what phones run. */
final class RunningVersionStore {
    private static final int MOST_COUNTS = 500;
    private static final int MOST_PHONES = 50_000;

    private static final Field<String> USER = field(name("running", "user_id"), String.class);
    private static final Field<String> PHONE = field(name("running", "device_id"), String.class);
    private static final Field<Integer> VERSION = field(name("running", "app_version"), Integer.class);
    private static final Field<String> PROFILE = field(name("running", "profile_id"), String.class);
    private static final Field<String> CLIENT = field(name("running", "client_version"), String.class);
    private static final Field<Instant> SEEN = field(name("running", "seen_on"), Instant.class);

    /**
     * What each phone said last of an app: its heartbeats tell it for each of its apps; its forms only for the app that it used
     * last, but sooner. Ranges of device_by_app and heartbeat_by_app.
     */
    private static Table<Record> running(String appId, Instant since) {
        Field<String> profile = coalesce(HEARTBEAT.BUILD_PROFILE_ID, inline("")).as("profile_id");
        var beats = select(
                        HEARTBEAT.USER_ID.as("user_id"),
                        HEARTBEAT.DEVICE_ID.as("device_id"),
                        HEARTBEAT.APP_VERSION.as("app_version"),
                        profile,
                        coalesce(HEARTBEAT.COMMCARE_VERSION, inline("")).as("client_version"),
                        HEARTBEAT.RECEIVED_ON.as("seen_on"))
                .from(HEARTBEAT)
                .where(HEARTBEAT.APP_ID.eq(appId))
                .and(HEARTBEAT.RECEIVED_ON.ge(since));
        var used = select(
                        DEVICE.USER_ID,
                        DEVICE.DEVICE_ID,
                        coalesce(DEVICE.APP_VERSION, HEARTBEAT.APP_VERSION),
                        coalesce(HEARTBEAT.BUILD_PROFILE_ID, inline("")),
                        coalesce(DEVICE.COMMCARE_VERSION, HEARTBEAT.COMMCARE_VERSION, inline("")),
                        DEVICE.SEEN_ON)
                .from(DEVICE)
                .leftJoin(HEARTBEAT)
                .on(HEARTBEAT.PROJECT_ID.eq(DEVICE.PROJECT_ID))
                .and(HEARTBEAT.USER_ID.eq(DEVICE.USER_ID))
                .and(HEARTBEAT.DEVICE_ID.eq(DEVICE.DEVICE_ID))
                .and(HEARTBEAT.APP_ID.eq(DEVICE.APP_ID))
                .where(DEVICE.APP_ID.eq(appId))
                .and(DEVICE.SEEN_ON.ge(since));
        Table<?> told = beats.unionAll(used).asTable("told");
        Field<String> user = field(name("told", "user_id"), String.class);
        Field<String> phone = field(name("told", "device_id"), String.class);
        return select(told.asterisk())
                .distinctOn(user, phone)
                .from(told)
                .orderBy(
                        user,
                        phone,
                        field(name("told", "seen_on"), Instant.class).desc())
                .asTable("running");
    }

    List<RunningCount> counts(Tx tx, String appId, Instant since) {
        Field<Integer> devices = count();
        Field<Integer> workers = countDistinct(USER);
        return tx.sql()
                .select(VERSION, PROFILE, CLIENT, devices, workers)
                .from(running(appId, since))
                .groupBy(VERSION, PROFILE, CLIENT)
                .orderBy(VERSION.desc().nullsLast(), PROFILE, CLIENT.desc())
                .limit(MOST_COUNTS)
                .fetch(found -> new RunningCount(
                        found.get(VERSION),
                        found.get(PROFILE),
                        found.get(CLIENT),
                        found.get(devices),
                        found.get(workers)));
    }

    int devices(Tx tx, String appId, int number, Instant since) {
        return tx.sql()
                .selectCount()
                .from(running(appId, since))
                .where(VERSION.eq(number))
                .fetchSingle()
                .value1();
    }

    Page<RunningDevice> list(Tx tx, RunningQuery query, Instant since) {
        Table<Record> running = running(query.appId(), since);
        Condition wanted = wanted(query);
        List<RunningDevice> rows = tx.sql()
                .select(USER, PHONE, VERSION, PROFILE, CLIENT, SEEN)
                .from(running)
                .where(wanted)
                .and(behind(query.page().after()))
                .orderBy(SEEN.desc(), USER.desc(), PHONE.desc())
                .limit(query.page().first() + 1)
                .fetch(RunningVersionStore::device);
        return Page.of(rows, query.page(), () -> (long)
                tx.sql().selectCount().from(running).where(wanted).fetchSingle().value1());
    }

    private static Condition wanted(RunningQuery query) {
        return equal(VERSION, query.appVersion())
                .and(equal(PROFILE, query.profileId()))
                .and(equal(CLIENT, query.clientVersion()));
    }

    private static <T> Condition equal(Field<T> column, @Nullable T value) {
        return value == null ? noCondition() : column.eq(value);
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor place = Cursor.read(after, RunningDevice.LIST, 3);
        return row(SEEN, USER, PHONE).lt(place.instant(0), place.text(1), place.text(2));
    }

    private static RunningDevice device(Record found) {
        return new RunningDevice(
                found.get(USER),
                found.get(PHONE),
                found.get(VERSION),
                found.get(PROFILE),
                found.get(CLIENT),
                found.get(SEEN));
    }

    Set<PhoneOf> running(Tx tx, String appId, int number, Instant since) {
        return phones(tx, running(appId, since), VERSION.eq(number));
    }

    Set<PhoneOf> runningOthers(Tx tx, String appId, int number, Instant since) {
        return phones(tx, running(appId, since), VERSION.ne(number));
    }

    private static Set<PhoneOf> phones(Tx tx, Table<Record> running, Condition wanted) {
        return new HashSet<>(tx.sql()
                .select(USER, PHONE)
                .from(running)
                .where(wanted)
                .limit(MOST_PHONES)
                .fetch(found -> new PhoneOf(found.get(USER), found.get(PHONE))));
    }

    /** Index log_entry_in_app. */
    Set<String> crashed(Tx tx, String appId, int number, boolean others, Instant since) {
        String build = Integer.toString(number);
        return tx.sql()
                .selectDistinct(LOG_ENTRY.DEVICE_ID)
                .from(LOG_ENTRY)
                .where(LOG_ENTRY.APP_ID.eq(appId))
                .and(LOG_ENTRY.SIGNATURE.isNotNull())
                .and(LOG_ENTRY.OCCURRED_ON.ge(since))
                .and(LOG_ENTRY.DEVICE_ID.isNotNull())
                .and(others ? LOG_ENTRY.APP_BUILD.ne(build) : LOG_ENTRY.APP_BUILD.eq(build))
                .limit(MOST_PHONES)
                .fetchSet(LOG_ENTRY.DEVICE_ID);
    }
}

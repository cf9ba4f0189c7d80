// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import static org.baraza.persistence.schema.devices.Tables.DEVICE;
import static org.baraza.persistence.schema.devices.Tables.HEARTBEAT;
import static org.baraza.persistence.schema.devices.Tables.LOG_REQUEST;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baraza.devices.Sighting.Beat;
import org.baraza.persistence.schema.devices.tables.records.DeviceRecord;
import org.baraza.persistence.schema.devices.tables.records.HeartbeatRecord;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Field;
import org.jooq.Row2;

/** Writes what was heard of devices, many at a time. */
final class DeviceStore {

    /** @param forgotten apps that no device told of since are taken for gone from it */
    void note(Tx tx, Map<DeviceKey, Sighting> sightings, Instant forgotten) {
        UUID project = ProjectScope.current().value();
        List<DeviceRecord> devices = new ArrayList<>();
        List<HeartbeatRecord> beats = new ArrayList<>();
        List<Row2<String, String>> beating = new ArrayList<>();
        sightings.forEach((key, sighting) -> {
            devices.add(device(project, key, sighting));
            sighting.heartbeats().values().forEach(beat -> beats.add(heartbeat(project, key, beat)));
            if (!sighting.heartbeats().isEmpty()) {
                beating.add(row(key.userId(), key.deviceId()));
            }
        });
        putDevices(tx, devices);
        if (!beats.isEmpty()) {
            putHeartbeats(tx, beats);
            addUp(tx, beating, forgotten);
        }
    }

    private static void putDevices(Tx tx, List<DeviceRecord> devices) {
        tx.sql()
                .insertInto(DEVICE)
                .set(devices)
                .onConflict(DEVICE.PROJECT_ID, DEVICE.USER_ID, DEVICE.DEVICE_ID)
                .doUpdate()
                .set(DEVICE.SEEN_ON, greatest(DEVICE.SEEN_ON, excluded(DEVICE.SEEN_ON)))
                .set(DEVICE.LAST_SUBMISSION_ON, later(DEVICE.LAST_SUBMISSION_ON))
                .set(DEVICE.LAST_SYNC_ON, later(DEVICE.LAST_SYNC_ON))
                .set(DEVICE.LAST_HEARTBEAT_ON, later(DEVICE.LAST_HEARTBEAT_ON))
                .set(DEVICE.APP_ID, told(DEVICE.APP_ID))
                .set(DEVICE.BUILD_ID, told(DEVICE.BUILD_ID))
                .set(DEVICE.APP_VERSION, told(DEVICE.APP_VERSION))
                .set(DEVICE.COMMCARE_VERSION, told(DEVICE.COMMCARE_VERSION))
                .execute();
    }

    /** PostgreSQL's greatest passes over nulls. */
    private static Field<Instant> later(Field<Instant> moment) {
        return greatest(moment, excluded(moment));
    }

    private static <T> Field<T> told(Field<T> field) {
        return coalesce(excluded(field), field);
    }

    private static void putHeartbeats(Tx tx, List<HeartbeatRecord> beats) {
        tx.sql()
                .insertInto(HEARTBEAT)
                .set(beats)
                .onConflict(HEARTBEAT.PROJECT_ID, HEARTBEAT.USER_ID, HEARTBEAT.DEVICE_ID, HEARTBEAT.APP_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /** What the apps of a device said, as one; the clock is the device's, so the last app tells it. */
    private static void addUp(Tx tx, List<Row2<String, String>> devices, Instant forgotten) {
        var sums = select(
                        HEARTBEAT.USER_ID,
                        HEARTBEAT.DEVICE_ID,
                        coalesce(sum(HEARTBEAT.UNSENT_FORMS), inline(0))
                                .cast(Integer.class)
                                .as("unsent"),
                        coalesce(sum(HEARTBEAT.QUARANTINED_FORMS), inline(0))
                                .cast(Integer.class)
                                .as("quarantined"))
                .from(HEARTBEAT)
                .where(row(HEARTBEAT.USER_ID, HEARTBEAT.DEVICE_ID).in(devices))
                .and(HEARTBEAT.RECEIVED_ON.gt(forgotten))
                .groupBy(HEARTBEAT.USER_ID, HEARTBEAT.DEVICE_ID)
                .asTable("sums");
        var newest = HEARTBEAT.as("newest");
        var drift = select(newest.DRIFT_HOURS)
                .from(newest)
                .where(newest.USER_ID.eq(DEVICE.USER_ID))
                .and(newest.DEVICE_ID.eq(DEVICE.DEVICE_ID))
                .orderBy(newest.RECEIVED_ON.desc())
                .limit(1);
        tx.sql()
                .update(DEVICE)
                .set(DEVICE.UNSENT_FORMS, sums.field("unsent", Integer.class))
                .set(DEVICE.QUARANTINED_FORMS, sums.field("quarantined", Integer.class))
                .set(DEVICE.DRIFT_HOURS, drift)
                .from(sums)
                .where(DEVICE.USER_ID.eq(sums.field(HEARTBEAT.USER_ID)))
                .and(DEVICE.DEVICE_ID.eq(sums.field(HEARTBEAT.DEVICE_ID)))
                .execute();
    }

    /** Devices of which nothing was heard since then go, as many as the limit at once; gives how many went. */
    int forget(Tx tx, Instant before, int limit) {
        List<Row2<String, String>> gone = tx.sql()
                .select(DEVICE.USER_ID, DEVICE.DEVICE_ID)
                .from(DEVICE)
                .where(DEVICE.SEEN_ON.lt(before))
                .orderBy(DEVICE.SEEN_ON)
                .limit(limit)
                .fetch(found -> row(found.value1(), found.value2()));
        if (!gone.isEmpty()) {
            tx.sql()
                    .deleteFrom(HEARTBEAT)
                    .where(row(HEARTBEAT.USER_ID, HEARTBEAT.DEVICE_ID).in(gone))
                    .execute();
            tx.sql()
                    .deleteFrom(LOG_REQUEST)
                    .where(row(LOG_REQUEST.USER_ID, LOG_REQUEST.DEVICE_ID).in(gone))
                    .execute();
            tx.sql()
                    .deleteFrom(DEVICE)
                    .where(row(DEVICE.USER_ID, DEVICE.DEVICE_ID).in(gone))
                    .and(DEVICE.SEEN_ON.lt(before))
                    .execute();
        }
        return gone.size();
    }

    private static DeviceRecord device(UUID project, DeviceKey key, Sighting sighting) {
        DeviceRecord row = new DeviceRecord();
        row.setProjectId(project);
        row.setUserId(key.userId());
        row.setDeviceId(key.deviceId());
        row.setFirstSeenOn(sighting.seenOn());
        row.setSeenOn(sighting.seenOn());
        row.setLastSubmissionOn(sighting.submittedOn());
        row.setLastSyncOn(sighting.syncedOn());
        row.setLastHeartbeatOn(sighting.heartbeatOn());
        row.setAppId(sighting.software().appId());
        row.setBuildId(sighting.software().buildId());
        row.setAppVersion(sighting.software().appVersion());
        row.setCommcareVersion(sighting.software().clientVersion());
        row.setUnsentForms(0);
        row.setQuarantinedForms(0);
        return row;
    }

    private static HeartbeatRecord heartbeat(UUID project, DeviceKey key, Beat beat) {
        Heartbeat said = beat.heartbeat();
        return new HeartbeatRecord(
                project,
                key.userId(),
                key.deviceId(),
                said.appId(),
                beat.receivedOn(),
                said.buildId(),
                said.buildProfileId(),
                said.appVersion(),
                said.clientVersion(),
                said.lastSyncOn(),
                said.unsentForms(),
                said.quarantinedForms(),
                said.driftHours(),
                said.maxDriftHours(),
                said.pushToken(),
                said.pushTokenOn());
    }
}

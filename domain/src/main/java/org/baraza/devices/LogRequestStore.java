// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import static org.baraza.persistence.schema.devices.Tables.DEVICE;
import static org.baraza.persistence.schema.devices.Tables.LOG_REQUEST;
import static org.baraza.persistence.schema.devices.Tables.REPORT;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;

/** Whose logs are wanted. */
final class LogRequestStore {

    boolean isRequested(Tx tx, String userId, String deviceId) {
        return tx.sql()
                .fetchExists(LOG_REQUEST, LOG_REQUEST.USER_ID.eq(userId).and(LOG_REQUEST.DEVICE_ID.eq(deviceId)));
    }

    boolean isDevice(Tx tx, String userId, String deviceId) {
        return tx.sql().fetchExists(DEVICE, DEVICE.USER_ID.eq(userId).and(DEVICE.DEVICE_ID.eq(deviceId)));
    }

    void put(Tx tx, String userId, String deviceId, String by, Instant now) {
        tx.sql()
                .insertInto(LOG_REQUEST)
                .set(LOG_REQUEST.PROJECT_ID, ProjectScope.current().value())
                .set(LOG_REQUEST.USER_ID, userId)
                .set(LOG_REQUEST.DEVICE_ID, deviceId)
                .set(LOG_REQUEST.REQUESTED_BY, by)
                .set(LOG_REQUEST.REQUESTED_ON, now)
                .onConflict(LOG_REQUEST.PROJECT_ID, LOG_REQUEST.USER_ID, LOG_REQUEST.DEVICE_ID)
                .doUpdate()
                .set(LOG_REQUEST.REQUESTED_BY, by)
                .set(LOG_REQUEST.REQUESTED_ON, now)
                .execute();
    }

    /** The log that was asked for has come. */
    void answered(Tx tx, String userId, String formId) {
        tx.sql()
                .deleteFrom(LOG_REQUEST)
                .where(LOG_REQUEST.USER_ID.eq(userId))
                .and(LOG_REQUEST.DEVICE_ID.eq(
                        select(REPORT.DEVICE_ID).from(REPORT).where(REPORT.FORM_ID.eq(formId))))
                .execute();
    }
}

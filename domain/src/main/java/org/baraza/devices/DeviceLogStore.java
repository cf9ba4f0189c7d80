// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import static org.baraza.persistence.schema.devices.Tables.LOG_ENTRY;
import static org.baraza.persistence.schema.devices.Tables.REPORT;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;

/** Reports and their entries. */
final class DeviceLogStore {

    Optional<byte[]> contentOf(Tx tx, String formId) {
        return tx.sql()
                .select(REPORT.CONTENT_MD5)
                .from(REPORT)
                .where(REPORT.FORM_ID.eq(formId))
                .fetchOptional(REPORT.CONTENT_MD5);
    }

    void insert(Tx tx, String formId, DeviceReport report, byte[] contentMd5, Instant receivedOn) {
        UUID project = ProjectScope.current().value();
        int inserted = tx.sql()
                .insertInto(REPORT)
                .set(REPORT.PROJECT_ID, project)
                .set(REPORT.FORM_ID, formId)
                .set(REPORT.DEVICE_ID, report.deviceId())
                .set(REPORT.REPORTED_ON, report.reportedOn())
                .set(REPORT.RECEIVED_ON, receivedOn)
                .set(REPORT.APP_VERSION, report.appVersion())
                .set(REPORT.DEVICE_MODEL, report.deviceModel())
                .set(REPORT.CONTENT_MD5, contentMd5)
                .onConflictDoNothing()
                .execute();
        if (inserted == 0 || report.entries().isEmpty()) {
            return;
        }
        var rows = tx.sql()
                .insertInto(
                        LOG_ENTRY,
                        LOG_ENTRY.PROJECT_ID,
                        LOG_ENTRY.FORM_ID,
                        LOG_ENTRY.ENTRY_NO,
                        LOG_ENTRY.TYPE,
                        LOG_ENTRY.MESSAGE,
                        LOG_ENTRY.LOGGED_ON,
                        LOG_ENTRY.USER_ID,
                        LOG_ENTRY.USERNAME);
        var batch = tx.sql().batch(rows.values((UUID) null, null, null, null, null, null, null, null));
        int number = 0;
        for (LogEntry entry : report.entries()) {
            batch = batch.bind(
                    project,
                    formId,
                    ++number,
                    entry.type(),
                    entry.message(),
                    entry.loggedOn(),
                    entry.userId(),
                    entry.username());
        }
        batch.execute();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import static org.baraza.persistence.schema.devices.Tables.LOG_ENTRY;
import static org.baraza.persistence.schema.devices.Tables.REPORT;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.persistence.schema.devices.tables.records.LogEntryRecord;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;

/** Writes reports and their entries, and lets them go. */
final class DeviceLogStore {
    private static final int ROWS_AT_ONCE = 500;

    Optional<byte[]> contentOf(Tx tx, String formId) {
        return tx.sql()
                .select(REPORT.CONTENT_MD5)
                .from(REPORT)
                .where(REPORT.FORM_ID.eq(formId))
                .fetchOptional(REPORT.CONTENT_MD5);
    }

    void insert(Tx tx, String formId, DeviceReport report, byte[] contentMd5, Instant receivedOn) {
        int inserted = tx.sql()
                .insertInto(REPORT)
                .set(REPORT.PROJECT_ID, ProjectScope.current().value())
                .set(REPORT.FORM_ID, formId)
                .set(REPORT.DEVICE_ID, report.deviceId())
                .set(REPORT.REPORTED_ON, report.reportedOn())
                .set(REPORT.RECEIVED_ON, receivedOn)
                .set(REPORT.APP_VERSION, report.appVersion())
                .set(REPORT.DEVICE_MODEL, report.deviceModel())
                .set(REPORT.ANDROID_VERSION, report.androidVersion())
                .set(REPORT.CONTENT_MD5, contentMd5)
                .onConflictDoNothing()
                .execute();
        if (inserted == 0) {
            return;
        }
        List<LogEntryRecord> rows = rows(formId, report, receivedOn);
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            tx.sql()
                    .insertInto(LOG_ENTRY)
                    .set(rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)))
                    .execute();
        }
    }

    private static List<LogEntryRecord> rows(String formId, DeviceReport report, Instant receivedOn) {
        UUID project = ProjectScope.current().value();
        List<LogEntryRecord> rows = new ArrayList<>();
        for (LogEntry entry : report.entries()) {
            LogEntryRecord row = new LogEntryRecord();
            row.setProjectId(project);
            row.setFormId(formId);
            row.setEntryNo(rows.size() + 1);
            row.setType(entry.type());
            row.setMessage(entry.message());
            row.setLoggedOn(entry.loggedOn());
            row.setUserId(entry.userId());
            row.setUsername(entry.username());
            row.setOccurredOn(occurred(entry, receivedOn));
            row.setDeviceId(report.deviceId());
            row.setAppId(entry.appId());
            row.setAppBuild(entry.appBuild());
            row.setAppVersion(report.appVersion());
            row.setAndroidVersion(entry.androidVersion() == null ? report.androidVersion() : entry.androidVersion());
            row.setDeviceModel(entry.deviceModel() == null ? report.deviceModel() : entry.deviceModel());
            row.setSession(entry.session());
            row.setSessionState(entry.sessionState());
            row.setExpression(entry.expression());
            row.setSignature(entry.signature());
            rows.add(row);
        }
        return rows;
    }

    /** A clock that runs ahead is not believed: nothing that was sent happened later than it came. */
    private static Instant occurred(LogEntry entry, Instant receivedOn) {
        Instant logged = entry.loggedOn();
        return logged == null || logged.isAfter(receivedOn) ? receivedOn : logged;
    }

    /** Reports that came before then go, with their entries, as many as the limit at once; gives how many went. */
    int forget(Tx tx, Instant before, int limit) {
        return tx.sql()
                .deleteFrom(REPORT)
                .where(REPORT.FORM_ID.in(select(REPORT.FORM_ID)
                        .from(REPORT)
                        .where(REPORT.RECEIVED_ON.lt(before))
                        .orderBy(REPORT.RECEIVED_ON)
                        .limit(limit)))
                .execute();
    }
}

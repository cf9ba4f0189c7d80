// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.xml.XmlElement;

/** Keeps the logs that phones send, and shows them. Runs in the scope of a project. */
public final class DeviceLogs {
    private static final int MOST_GROUPS = 100;

    private final Transactions transactions;
    private final DeviceLogStore store = new DeviceLogStore();
    private final DeviceLogReadStore reading = new DeviceLogReadStore();

    public DeviceLogs(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Keeps a report. The very same report again adds nothing; another one under the same id is kept under an id of its
     * own.
     *
     * @param contentMd5 digest of the raw report
     */
    public void keep(String formId, XmlElement root, byte[] contentMd5, Instant receivedOn) {
        DeviceReport report = DeviceReport.of(root);
        transactions.writing(tx -> {
            boolean clash = store.contentOf(tx, formId)
                    .filter(known -> !Arrays.equals(known, contentMd5))
                    .isPresent();
            String id = clash ? UUID.randomUUID().toString() : formId;
            store.insert(tx, id, report, contentMd5, receivedOn);
        });
    }

    /** Entries, newest first. Needs what {@link Devices} need. */
    public Page<DeviceLog> list(ProjectAccess who, DeviceLogQuery query) {
        Devices.check(who);
        return transactions.read(tx -> reading.list(tx, query));
    }

    /** Crashes since then, by where they happened, the most frequent first, a hundred at most. As {@link #list}. */
    public List<CrashGroup> crashes(ProjectAccess who, Instant since, int first) {
        Devices.check(who);
        return transactions.read(tx -> reading.crashes(tx, since, Math.clamp(first, 1, MOST_GROUPS)));
    }
}

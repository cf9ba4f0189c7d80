// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.xml.XmlElement;

/** Keeps the logs that phones send. */
public final class DeviceLogs {
    private final Transactions transactions;
    private final DeviceLogStore store = new DeviceLogStore();

    public DeviceLogs(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Keeps a report of the project in scope. The very same report again adds nothing; another one under the same id is
     * kept under an id of its own.
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
}

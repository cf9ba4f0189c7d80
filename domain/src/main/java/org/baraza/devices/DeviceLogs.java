// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.xml.XmlElement;

/** Keeps the logs that phones send. */
public final class DeviceLogs {
    private final Transactions transactions;
    private final DeviceLogStore store = new DeviceLogStore();

    public DeviceLogs(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps a report of the project in scope; a report that is here already adds nothing. */
    public void keep(String formId, XmlElement root, Instant receivedOn) {
        DeviceReport report = DeviceReport.of(root);
        transactions.writing(tx -> store.insert(tx, formId, report, receivedOn));
    }
}

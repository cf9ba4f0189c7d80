// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.List;
import java.util.Map;
import org.baraza.forwarding.spi.Payload;
import org.baraza.persistence.tenancy.Transactions;

/** What was kept of records when they were registered. */
final class Snapshots {
    private final Transactions transactions;
    private final RecordStore records = new RecordStore();

    Snapshots(Transactions transactions) {
        this.transactions = transactions;
    }

    /** By the ids of the records; nothing of those of which nothing was kept. */
    Map<String, Payload> of(List<ForwardingRecord> wanted) {
        return transactions.read(tx -> records.snapshots(
                tx, wanted.stream().map(ForwardingRecord::recordId).toList()));
    }
}

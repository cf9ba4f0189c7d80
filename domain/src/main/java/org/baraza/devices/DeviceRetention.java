// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets go of what was kept long enough. Runs in the scope of a project, in small transactions, on any number of nodes. */
public final class DeviceRetention {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceRetention.class);
    private static final Duration NUMBERS_KEPT = Duration.ofDays(30);
    /** How long the data on the phone of a deleted worker can still be rescued. */
    private static final Duration KEYS_KEPT = Duration.ofDays(180);

    /** What was not heard of for so long is in nobody's hands any more. */
    private static final Duration DEVICES_KEPT = Duration.ofDays(400);

    private static final int REPORTS_AT_ONCE = 20;
    private static final int DEVICES_AT_ONCE = 500;

    private final Transactions transactions;
    private final Duration logsKept;
    private final Clock clock;
    private final DeviceLogStore logs = new DeviceLogStore();
    private final DeviceStore devices = new DeviceStore();
    private final NumberPoolStore numbers = new NumberPoolStore();
    private final KeyRecordStore keys;

    /** @param logsKept how long device logs are kept after they came */
    public DeviceRetention(Transactions transactions, Vault vault, Duration logsKept, Clock clock) {
        this.transactions = transactions;
        this.logsKept = logsKept;
        this.clock = clock;
        this.keys = new KeyRecordStore(vault);
    }

    /** Gives how many reports went. */
    public int sweep() {
        Instant now = clock.instant();
        int reports = inParts(REPORTS_AT_ONCE, tx -> logs.forget(tx, now.minus(logsKept), REPORTS_AT_ONCE));
        int gone = inParts(DEVICES_AT_ONCE, tx -> devices.forget(tx, now.minus(DEVICES_KEPT), DEVICES_AT_ONCE));
        int lostKeys = transactions.write(tx -> {
            numbers.forget(tx, now.minus(NUMBERS_KEPT));
            return keys.deleteOfRetired(tx, now.minus(KEYS_KEPT));
        });
        if (reports + gone + lostKeys > 0) {
            LOG.atInfo()
                    .addKeyValue("reports", reports)
                    .addKeyValue("devices", gone)
                    .addKeyValue("keys", lostKeys)
                    .log("devices.swept");
        }
        return reports;
    }

    private int inParts(int most, ToIntFunction<Tx> deletion) {
        int gone = 0;
        int part;
        do {
            part = transactions.write(deletion::applyAsInt);
            gone += part;
        } while (part == most);
        return gone;
    }
}

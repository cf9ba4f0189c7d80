// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.time.Clock;
import java.util.Map;
import org.baraza.persistence.tenancy.Tx;

/** What was done about an account, written in the transaction that does it: either both happen or neither. */
final class EnterpriseBook {
    private final Clock clock;
    private final AccountEventStore store = new AccountEventStore();

    EnterpriseBook(Clock clock) {
        this.clock = clock;
    }

    void record(Tx tx, AccountAccess who, String action, Map<String, String> detail) {
        store.add(tx, who.accountId(), who.actor().userId(), who.actor().username(), action, detail, clock.instant());
    }
}

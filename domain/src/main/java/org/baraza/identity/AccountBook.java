// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Map;
import org.baraza.persistence.tenancy.Tx;

/** What happened to a web user's account, written in the transaction that does it: either both happen or neither. */
public final class AccountBook {
    private final EventStore store = new EventStore();

    /**
     * Needs a transaction that sees the user.
     *
     * @param action what was done, as {@code thing.done}
     * @param detail what it was about; never a secret
     */
    public void record(Tx tx, String userId, String action, Map<String, String> detail) {
        record(tx, userId, action, detail, "");
    }

    /** @param address where it was done from */
    public void record(Tx tx, String userId, String action, Map<String, String> detail, String address) {
        store.add(tx, userId, action, detail, address);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Instant;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.sync.PhoneForms;

/** Tells the sync whether a phone sent anything. */
public final class SentForms implements PhoneForms {
    private final ActivityStore store = new ActivityStore();

    @Override
    public boolean cameSince(Tx tx, String userId, String deviceId, Instant since) {
        return store.cameSince(tx, userId, deviceId, since);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Instant;
import java.util.Set;
import org.baraza.persistence.tenancy.Tx;

/** Phones whose forms the server kept as errors, for those who watch over versions of apps. */
public final class FormTroubles {
    private final FormTroubleStore store = new FormTroubleStore();

    /**
     * Ids of the phones that sent such a form since then.
     *
     * @param others from all other versions of the app instead of this one
     */
    public Set<String> phones(Tx tx, String appId, String buildId, boolean others, Instant since) {
        return store.phones(tx, appId, buildId, others, since);
    }
}

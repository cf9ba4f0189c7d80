// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.time.Instant;
import org.baraza.persistence.tenancy.Tx;

/** Knows what phones sent; the sync does not. */
@FunctionalInterface
public interface PhoneForms {

    /**
     * Whether a person's phone sent any form since that time.
     *
     * @param deviceId as forms name it; empty for any of her phones
     */
    boolean cameSince(Tx tx, String userId, String deviceId, Instant since);
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import org.baraza.persistence.tenancy.Tx;

/** What another capability writes of a web user in the transaction that changes her membership: both or neither. */
@FunctionalInterface
public interface AlongsideMember {
    /** Nothing. */
    AlongsideMember NOTHING = (tx, userId) -> {};

    void write(Tx tx, String userId);
}

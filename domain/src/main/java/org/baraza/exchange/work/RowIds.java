// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import java.util.Optional;
import java.util.UUID;

/** Ids of rows as clients write them. */
public final class RowIds {
    private RowIds() {}

    /** Empty for a text that is the id of nothing. */
    public static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}

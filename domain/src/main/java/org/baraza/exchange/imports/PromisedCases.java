// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cases that an import which is only tried out would have made by now. They are undone with the rows that made them, yet later
 * rows may be about them or below them.
 */
final class PromisedCases {
    private record Name(String type, String externalId) {}

    private final boolean rehearsal;
    private final Map<Name, Integer> rows = new ConcurrentHashMap<>();

    PromisedCases(boolean rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** A row would make the case. */
    void promise(String type, String externalId, int row) {
        if (rehearsal) {
            rows.putIfAbsent(new Name(type, externalId), row);
        }
    }

    /** Whether a row before this one would have made the case. */
    boolean has(String type, String externalId, int beforeRow) {
        Integer row = rows.get(new Name(type, externalId));
        return row != null && row < beforeRow;
    }
}

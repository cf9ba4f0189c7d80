// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

import java.util.List;

/** A sheet of texts. */
public record Sheet(String name, List<Row> rows) {
    public Sheet {
        rows = List.copyOf(rows);
    }
}

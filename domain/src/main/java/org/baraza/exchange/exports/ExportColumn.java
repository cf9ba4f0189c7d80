// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.List;

/**
 * A column of an export.
 *
 * @param path where its values come from, such as {@code form.group.question} or {@code properties.village}
 * @param label what stands above it
 * @param advanced whether few people want it
 * @param options of a question with several answers: each can have a column of its own
 */
public record ExportColumn(
        String path, String label, boolean selected, boolean advanced, Sensitivity sensitivity, List<String> options) {
    public ExportColumn {
        options = List.copyOf(options);
    }

    static ExportColumn usual(String path, String label) {
        return new ExportColumn(path, label, true, false, Sensitivity.NONE, List.of());
    }

    static ExportColumn rare(String path, String label) {
        return new ExportColumn(path, label, false, false, Sensitivity.NONE, List.of());
    }

    static ExportColumn advanced(String path, String label) {
        return new ExportColumn(path, label, false, true, Sensitivity.NONE, List.of());
    }

    ExportColumn with(List<String> found) {
        return new ExportColumn(path, label, selected, advanced, sensitivity, found);
    }
}

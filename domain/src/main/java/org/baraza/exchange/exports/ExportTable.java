// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.List;

/**
 * A table of an export: the main one, or one for each repeat group of a form, or what belongs to cases.
 *
 * @param path of the repeat group, such as {@code form.child}; {@link #MAIN}, {@link #HISTORY} or {@link #PARENTS} for others
 */
public record ExportTable(String path, String label, boolean selected, List<ExportColumn> columns) {
    public static final String MAIN = "";
    public static final String HISTORY = "history";
    public static final String PARENTS = "parents";

    public ExportTable {
        columns = List.copyOf(columns);
    }

    List<ExportColumn> selectedColumns() {
        return columns.stream().filter(ExportColumn::selected).toList();
    }
}

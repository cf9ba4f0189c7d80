// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import java.util.UUID;

/** Which rows of a project are wanted. */
public sealed interface RowFilter {

    /** Rows of all tables. */
    record All() implements RowFilter {}

    /** Rows of a table. */
    record OfTable(UUID tableId) implements RowFilter {}

    /** Rows of the table with a tag. */
    record OfTag(String tag) implements RowFilter {}

    /**
     * Rows that belong below another one, as villages do below a district.
     *
     * @param parentField field of the parent whose value the children repeat
     * @param childTag tag of the table of the children
     * @param childField field in which the children repeat it
     */
    record Below(UUID parentId, String parentField, String childTag, String childField) implements RowFilter {}
}

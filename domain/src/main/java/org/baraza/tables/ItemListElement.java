// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.baraza.xml.XmlWriter;

/** Writes a lookup table as phones read it. */
final class ItemListElement {
    private final TableDefinition table;
    private final String id;

    ItemListElement(TableDefinition table) {
        this.table = table;
        this.id = "item-list:" + table.tag();
    }

    /** What becomes of a table that is gone: its root without rows. */
    static void writeEmpty(XmlWriter out, String tag, boolean indexed, String userId) throws IOException {
        out.start("fixture").attribute("id", "item-list:" + tag).attribute("user_id", userId);
        if (indexed) {
            out.attribute("indexed", "true");
        }
        out.start(tag + "_list").end().end();
    }

    /** What the phone makes indexes of; stands directly before the table. */
    void writeSchema(XmlWriter out) throws IOException {
        out.start("schema").attribute("id", id).start("indices");
        for (TableField field : table.fields()) {
            if (field.indexed()) {
                out.element("index", field.name());
            }
        }
        out.end().end();
    }

    void start(XmlWriter out, String userId) throws IOException {
        out.start("fixture").attribute("id", id).attribute("user_id", userId);
        if (table.isIndexed()) {
            out.attribute("indexed", "true");
        }
        out.start(table.tag() + "_list");
    }

    void row(XmlWriter out, RowContent row) throws IOException {
        out.start(table.tag());
        attributes(out, table.itemAttributes(), row.itemAttributes());
        for (TableField field : table.fields()) {
            List<FieldValue> values = row.values(field.name());
            if (values.isEmpty()) {
                out.start(field.name()).end();
            }
            for (FieldValue value : values) {
                out.start(field.name());
                attributes(out, field.properties(), value.properties());
                out.text(value.value()).end();
            }
        }
        out.end();
    }

    /** Those that the table has, empty where the row says nothing. */
    private static void attributes(XmlWriter out, List<String> names, Map<String, String> values) throws IOException {
        for (String name : names) {
            out.attribute(name, values.getOrDefault(name, ""));
        }
    }

    void end(XmlWriter out) throws IOException {
        out.end().end();
    }
}

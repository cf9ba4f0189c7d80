// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.List;
import org.baraza.identity.ProjectAccess;
import org.baraza.tables.LookupTable;
import org.baraza.tables.TableField;

/** A lookup table. */
record TableNode(ProjectAccess access, LookupTable table) implements InProject {
    public String tableId() {
        return table.id().toString();
    }

    public String tag() {
        return table.tag();
    }

    public boolean isGlobal() {
        return table.definition().global();
    }

    public String description() {
        return table.definition().description();
    }

    public List<TableField> fields() {
        return table.definition().fields();
    }

    public List<String> itemAttributes() {
        return table.definition().itemAttributes();
    }

    public Instant modifiedAt() {
        return table.modifiedAt();
    }
}

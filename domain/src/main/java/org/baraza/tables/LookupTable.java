// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import java.time.Instant;
import java.util.UUID;
import org.baraza.paging.Cursor;

/**
 * A lookup table of a project.
 *
 * @param modifiedAt when it, its rows or their owners last changed
 * @param version raised each time that they change
 */
public record LookupTable(UUID id, TableDefinition definition, Instant modifiedAt, long version) {
    static final String LIST = "lookup-tables";

    public String tag() {
        return definition.tag();
    }

    /** Its place among the tables of its project. */
    public String cursor() {
        return Cursor.of(LIST, tag());
    }
}

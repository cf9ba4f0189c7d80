// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.Columns;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.baraza.xml.XmlNames;

/**
 * What the columns of a table mean.
 *
 * @param search by which cases are found
 * @param special columns that are more than values of the case, by what they are
 * @param properties values of the case, by name
 */
record ImportColumns(Column search, Map<String, Column> special, SequencedMap<String, Column> properties) {
    static final String NAME = "name";
    static final String EXTERNAL_ID = "external_id";
    static final String OWNER_NAME = "owner_name";
    static final String OWNER_ID = "owner_id";
    static final String CLOSE = "close";
    static final String DATE_OPENED = "date_opened";
    static final String PARENT_ID = "parent_id";
    static final String PARENT_EXTERNAL_ID = "parent_external_id";
    static final String PARENT_TYPE = "parent_type";
    static final String PARENT_REF = "parent_ref";
    static final String PARENT_RELATIONSHIP = "parent_relationship_type";

    private static final int MOST = 300;
    /** Names of fields that an import must not change by accident. */
    private static final Set<String> RESERVED = Set.of("type", "closed");

    private static final Set<String> SPECIAL = Set.of(
            NAME,
            EXTERNAL_ID,
            OWNER_NAME,
            OWNER_ID,
            CLOSE,
            DATE_OPENED,
            PARENT_ID,
            PARENT_EXTERNAL_ID,
            PARENT_TYPE,
            PARENT_REF,
            PARENT_RELATIONSHIP);

    /** How newer versions of CommCare HQ call it. */
    private static final String PARENT_IDENTIFIER = "parent_identifier";

    /** @throws WorkbookRefused when the table cannot be imported as a whole */
    static ImportColumns of(Columns header, ImportPlan plan) {
        List<Column> all = all(header);
        Column search = named(all, plan.searchColumn())
                .orElseThrow(() -> new WorkbookRefused(
                        "SEARCH_COLUMN_MISSING", "There is no column " + plan.searchColumn() + " to find cases by."));
        Map<String, Column> special = new LinkedHashMap<>();
        SequencedMap<String, Column> properties = new LinkedHashMap<>();
        for (Column column : all) {
            String target = column.equals(search) ? "" : target(column, plan);
            if (target.isEmpty()) {
                continue;
            }
            if ((SPECIAL.contains(target) ? special : properties).put(target, column) != null) {
                throw new WorkbookRefused("TARGET_TWICE", "Two columns are to become " + target + ".");
            }
        }
        refuseBadNames(properties);
        return new ImportColumns(search, special, properties);
    }

    /**
     * The columns, in their order.
     *
     * @throws WorkbookRefused when they are too many, or not told apart
     */
    static List<Column> all(Columns header) {
        List<Column> all = header.all();
        if (all.size() > MOST) {
            throw new WorkbookRefused("TOO_MANY_COLUMNS", "A table of cases has at most " + MOST + " columns.");
        }
        if (!header.twice().isEmpty()) {
            throw new WorkbookRefused(
                    "COLUMN_TWICE", "These columns stand there twice: " + String.join(", ", header.twice()) + ".");
        }
        return all;
    }

    private static Optional<Column> named(List<Column> all, String header) {
        return all.stream().filter(column -> column.header().equals(header)).findFirst();
    }

    /** What the column becomes; empty when it is left out. */
    private static String target(Column column, ImportPlan plan) {
        if (!plan.targets().isEmpty()) {
            return plan.targets().getOrDefault(column.header(), "").strip();
        }
        if (column.header().equals(plan.nameColumn())) {
            return NAME;
        }
        return column.header().equals(PARENT_IDENTIFIER) ? PARENT_REF : column.header();
    }

    private static void refuseBadNames(Map<String, Column> properties) {
        for (String reserved : RESERVED) {
            if (properties.containsKey(reserved)) {
                throw new WorkbookRefused("FIELD_RESERVED", "Field name \"" + reserved + "\" is reserved");
            }
        }
        List<String> bad = properties.keySet().stream()
                .filter(name -> !XmlNames.isName(name) || name.contains(":"))
                .toList();
        if (!bad.isEmpty()) {
            throw new WorkbookRefused(
                    "COLUMN_NAMES_INVALID",
                    "Column names must be valid XML elements and cannot start with a number or contain spaces or most "
                            + "special characters. Please update the following: " + String.join(", ", bad) + ".");
        }
    }
}

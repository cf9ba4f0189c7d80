// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.problem.Problem.FieldError;
import org.baraza.xml.XmlNames;

/** What a lookup table and its rows may be. */
final class TableRules {
    private static final int LONGEST_TAG = 31;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final int MOST_FIELDS = 500;
    private static final int MOST_PROPERTIES = 50;
    private static final int LONGEST_ROW = 256 * 1024;
    private static final int MOST_OWNERS = 1_000;

    private TableRules() {}

    static List<FieldError> broken(TableDefinition table) {
        List<FieldError> errors = new ArrayList<>();
        if (table.tag().length() > LONGEST_TAG || !isName(table.tag())) {
            errors.add(new FieldError("tag", "TAG_INVALID", "A tag is a name in XML of at most 31 characters."));
        }
        if (table.description().length() > LONGEST_DESCRIPTION || hasNul(table.description())) {
            errors.add(new FieldError("description", "DESCRIPTION_INVALID", "At most 2000 characters."));
        }
        List<String> fields = table.fields().stream().map(TableField::name).toList();
        names(errors, "fields", fields, MOST_FIELDS);
        table.fields().forEach(field -> names(errors, "fields", field.properties(), MOST_PROPERTIES));
        names(errors, "itemAttributes", table.itemAttributes(), MOST_PROPERTIES);
        return errors;
    }

    private static void names(List<FieldError> errors, String field, List<String> names, int most) {
        Set<String> seen = new HashSet<>();
        if (names.size() > most) {
            errors.add(new FieldError(field, "TOO_MANY_NAMES", "At most " + most + " names."));
        } else if (!names.stream().allMatch(TableRules::isName)) {
            errors.add(new FieldError(field, "NAME_INVALID", "Fields, properties and attributes have names of XML."));
        } else if (!names.stream().allMatch(seen::add)) {
            errors.add(new FieldError(field, "NAME_TWICE", "A name stands for one thing only."));
        }
    }

    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && name.indexOf(':') < 0 && XmlNames.isName(name);
    }

    static List<FieldError> broken(RowContent row) {
        Size size = new Size();
        row.fields().forEach((name, values) -> {
            size.add(name);
            values.forEach(value -> {
                size.add(value.value());
                size.add(value.properties());
            });
        });
        size.add(row.itemAttributes());
        if (size.nul) {
            return List.of(new FieldError("fields", "TEXT_INVALID", "A row holds plain texts."));
        }
        return size.length > LONGEST_ROW
                ? List.of(new FieldError("fields", "ROW_TOO_LONG", "This is too much for one row."))
                : List.of();
    }

    private static final class Size {
        private long length;
        private boolean nul;

        private void add(Map<String, String> texts) {
            texts.forEach((name, value) -> {
                add(name);
                add(value);
            });
        }

        private void add(String text) {
            length += text.length();
            nul |= hasNul(text);
        }
    }

    static List<FieldError> broken(List<RowOwner> owners) {
        if (owners.size() > MOST_OWNERS) {
            return List.of(new FieldError("owners", "TOO_MANY_OWNERS", "At most " + MOST_OWNERS + " owners."));
        }
        boolean fit = owners.stream()
                .map(RowOwner::id)
                .allMatch(id -> !id.isBlank() && id.length() <= LONGEST_NAME && !hasNul(id));
        return fit ? List.of() : List.of(new FieldError("owners", "OWNER_INVALID", "An owner is named by its id."));
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}

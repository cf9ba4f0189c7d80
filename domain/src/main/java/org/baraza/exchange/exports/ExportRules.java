// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.baraza.problem.Problem.FieldError;

/** What an export must be like. */
final class ExportRules {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_PATH = 1_000;
    private static final int MOST_TABLES = 100;
    private static final int MOST_COLUMNS = 5_000;
    private static final int MOST_OPTIONS = 200;
    private static final int MOST_FILTERED = 1_000;
    private static final int MOST_DAYS = 36_500;

    private ExportRules() {}

    static List<FieldError> broken(ExportWish wish, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        ExportPlan plan = wish.plan();
        if (plan.name().isBlank() || plan.name().length() > LONGEST_NAME) {
            errors.add(new FieldError("name", "NAME_INVALID", "A name has between 1 and 200 letters."));
        }
        if (plan.identifier().isBlank() || plan.identifier().length() > LONGEST_PATH) {
            errors.add(new FieldError("identifier", "IDENTIFIER_INVALID", "Say which forms or cases are exported."));
        }
        if (wish.description().length() > LONGEST_TEXT) {
            errors.add(new FieldError("description", "TOO_LONG", "A description has at most 2000 letters."));
        }
        if (plan.tables().stream().noneMatch(table -> table.selected() && hasColumn(table))) {
            errors.add(new FieldError("tables", "NOTHING_SELECTED", "Select a table and a column of it."));
        }
        if (wish.daily() && wish.odata()) {
            errors.add(new FieldError("odata", "FEED_NOT_DAILY", "Of a feed no file is kept."));
        }
        if (plan.tables().size() > MOST_TABLES || plan.tables().stream().anyMatch(ExportRules::isTooLarge)) {
            errors.add(
                    new FieldError("tables", "TOO_LARGE", "That are too many tables or columns, or too long names."));
        }
        if (plan.tables().stream().anyMatch(table -> !isPath(plan.type(), table.path()))) {
            errors.add(new FieldError("tables", "TABLE_UNKNOWN", "There is no such table."));
        }
        ExportFilter filter = plan.filter();
        if (filter.userIds().size()
                        + filter.groupIds().size()
                        + filter.locationIds().size()
                > MOST_FILTERED) {
            errors.add(new FieldError("filter", "TOO_MANY", "At most 1000 users, groups and locations."));
        }
        if (!isChoice(filter.dates(), now)) {
            errors.add(new FieldError("filter", "DATE_INVALID", "Dates are written as 2024-03-01."));
        }
        errors.addAll(unfit(plan));
        return errors;
    }

    /** What its format cannot show. */
    static List<FieldError> unfit(ExportPlan plan) {
        if (plan.format() != ExportFormat.GEOJSON) {
            return List.of();
        }
        if (plan.type() != ExportType.CASE) {
            return List.of(new FieldError(
                    "format", "CASES_ONLY", "GeoJSON shows where cases are. Choose another format for forms."));
        }
        return plan.written().stream().anyMatch(ExportRules::hasColumn)
                ? List.of()
                : List.of(
                        new FieldError(
                                "format",
                                "CASES_NOT_SELECTED",
                                "GeoJSON has the cases themselves. Select their table and a column of it, or choose another format."));
    }

    private static boolean hasColumn(ExportTable table) {
        return table.columns().stream().anyMatch(ExportColumn::selected);
    }

    private static boolean isTooLarge(ExportTable table) {
        return table.columns().size() > MOST_COLUMNS
                || table.label().isBlank()
                || table.label().length() > LONGEST_NAME
                || table.columns().stream()
                        .anyMatch(column -> column.path().length() > LONGEST_PATH
                                || column.label().length() > LONGEST_PATH
                                || column.options().size() > MOST_OPTIONS
                                || column.options().stream().anyMatch(option -> option.length() > LONGEST_NAME));
    }

    private static boolean isPath(ExportType type, String path) {
        return switch (type) {
            case FORM -> path.isEmpty() || path.startsWith("form.") && path.length() > "form.".length();
            case CASE ->
                path.equals(ExportTable.MAIN) || path.equals(ExportTable.HISTORY) || path.equals(ExportTable.PARENTS);
        };
    }

    static boolean isChoice(DateChoice choice, Instant now) {
        if (choice.days() < 0 || choice.days() > MOST_DAYS) {
            return false;
        }
        try {
            choice.span(ZoneOffset.UTC, now);
            return true;
        } catch (DateTimeParseException noDate) {
            return false;
        }
    }
}

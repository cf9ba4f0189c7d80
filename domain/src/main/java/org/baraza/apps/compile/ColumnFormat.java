// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.baraza.apps.model.Column;

/** What a column shows and sorts by, as expressions (generated build, section 6). */
final class ColumnFormat {
    /** A key of a mapping with one of these is a condition and no value. */
    private static final Pattern CONDITION = Pattern.compile("[{}()\\[\\]=<>.\"'/]");

    private static final int FARTHEST = Integer.MAX_VALUE;

    private final Column column;
    private final String property;

    ColumnFormat(Column column) {
        this.column = column;
        this.property = column.expression() ? "$calculated_property" : Properties.expression(column.field());
    }

    String property() {
        return property;
    }

    String template() {
        return switch (column.format()) {
            case "date" ->
                unlessBlank("format-date(date(" + property + "), " + Literals.quoted(column.dateFormat()) + ")");
            case "time-ago" ->
                unlessBlank("string(int((today() - date(" + property + ")) div " + column.timeAgoInterval() + "))");
            case "distance" ->
                "if(here() = '' or " + property + " = '', '', concat(round(distance(" + property
                        + ", here()) div 100) div 10, ' km'))";
            case "enum" -> labels();
            case "conditional-enum", "enum-image", "clickable-icon" -> firstTrue(true);
            case "late-flag" ->
                "if(" + property + " = '', '*', if(today() - date(" + property + ") > " + column.lateFlag()
                        + ", '*', ''))";
            default -> property;
        };
    }

    private String unlessBlank(String shown) {
        return "if(" + property + " = '', '', " + shown + ")";
    }

    /** Every key that is among the values, in the order of the mapping. */
    private String labels() {
        if (column.mapping().isEmpty()) {
            return property;
        }
        List<String> labels = new ArrayList<>();
        for (Column.Mapping mapping : column.mapping()) {
            labels.add("if(selected(" + property + ", " + Literals.quoted(mapping.key()) + "), $"
                    + Ids.mapped(mapping.key()) + ", '')");
        }
        return "replace(join(' ', " + String.join(", ", labels) + "), '\\s+', ' ')";
    }

    /** The first mapping whose condition holds: its label, or its position. */
    private String firstTrue(boolean label) {
        StringBuilder nested = new StringBuilder();
        List<Column.Mapping> mappings = column.mapping();
        for (int i = 0; i < mappings.size(); i++) {
            String key = mappings.get(i).key();
            nested.append("if(")
                    .append(condition(key))
                    .append(", ")
                    .append(label ? "$" + Ids.mapped(key) : Integer.toString(i))
                    .append(", ");
        }
        return nested.append("''").append(")".repeat(mappings.size())).toString();
    }

    private String condition(String key) {
        boolean expression =
                !column.format().equals("enum") && CONDITION.matcher(key).find();
        return expression
                ? Hashtags.WITHOUT_CASE.expand(Dots.replace(key, property))
                : property + " = " + Literals.quoted(key);
    }

    /** What the column is sorted by without being told to, none if the text shown will do. */
    Optional<String> automaticSort() {
        return switch (column.format()) {
            case "date", "time-ago" -> Optional.of(property);
            case "distance" -> Optional.of(byDistance(property));
            case "enum", "conditional-enum", "enum-image", "clickable-icon" ->
                column.mapping().isEmpty() ? Optional.empty() : Optional.of(firstTrue(false));
            default -> Optional.empty();
        };
    }

    static String byDistance(String property) {
        return "if(" + property + " = '', " + FARTHEST + ", round(distance(" + property + ", here())))";
    }

    String automaticSortType() {
        return column.format().equals("distance") ? "double" : "string";
    }

    /** Whether a list shows nothing of it above its rows. */
    boolean hidesHeader() {
        return switch (column.format()) {
            case "invisible", "late-flag", "address", "address-popup" -> true;
            default -> false;
        };
    }

    /** Whether it shows one of some pictures, which may do something when it is touched. */
    boolean isIcon() {
        return column.format().equals("enum-image") || column.format().equals("clickable-icon");
    }

    /** Whether keys of a mapping become variables of the expression. */
    boolean isMapped() {
        return switch (column.format()) {
            case "enum", "conditional-enum", "enum-image", "clickable-icon" -> true;
            default -> false;
        };
    }

    /** How wide the column is, none if as wide as it gets. */
    Optional<String> width(boolean isShort) {
        return switch (column.format()) {
            case "invisible" -> Optional.of("0");
            case "address", "address-popup" -> isShort ? Optional.of("0") : Optional.empty();
            case "late-flag" -> Optional.of("11%");
            case "enum-image", "clickable-icon" -> Optional.of("13%");
            default -> Optional.empty();
        };
    }

    /** As what the engine shows the value, none if as text. */
    Optional<String> form(boolean isShort) {
        return switch (column.format()) {
            case "picture", "enum-image" -> Optional.of("image");
            case "audio", "address", "address-popup", "clickable-icon" -> Optional.of(column.format());
            case "phone", "markdown" -> isShort ? Optional.empty() : Optional.of(column.format());
            default -> Optional.empty();
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.baraza.apps.model.Column;
import org.baraza.apps.model.Detail;
import org.baraza.apps.model.Sort;
import org.baraza.apps.model.Texts;
import org.baraza.xml.EditableElement;

/** The fields of a case list or a case's page. */
final class DetailFields {
    private static final String CALCULATED_COLUMN = "_cc_calculated_";

    private final int module;
    private final String kind;
    private final Detail detail;
    private final boolean isShort;

    /** @param kind {@code case_short} or {@code case_long} */
    DetailFields(int module, String kind, Detail detail, boolean isShort) {
        this.module = module;
        this.kind = kind;
        this.detail = detail;
        this.isShort = isShort;
    }

    List<EditableElement> all() {
        List<EditableElement> fields = between(0, detail.columns().size());
        if (isShort) {
            fields.addAll(sortedOnly());
        }
        return fields;
    }

    /** The fields of the columns from one position up to another. */
    List<EditableElement> between(int from, int to) {
        List<EditableElement> fields = new ArrayList<>();
        for (int i = Math.max(from, 0); i < Math.min(to, detail.columns().size()); i++) {
            Column column = detail.columns().get(i);
            if (!column.format().equals("filter")) {
                fields.add(field(column, i));
            }
        }
        return fields;
    }

    private EditableElement field(Column column, int index) {
        ColumnFormat format = new ColumnFormat(column);
        EditableElement header = tag("header");
        EditableElement template = tag("template");
        format.width(isShort).ifPresent(width -> {
            header.set("width", width);
            template.set("width", width);
        });
        format.form(isShort).ifPresent(form -> template.set("form", form));
        header.add(
                showsHeader(column, index, format)
                        ? Tags.text(Ids.header(module, kind, column, index + 1))
                        : tag("text"));
        template.add(tag("text").add(expression(column, index, format, format.template(), true)));
        EditableElement field = tag("field");
        if (detail.tile().equals("custom")) {
            column.cell().ifPresent(cell -> field.add(style(cell)));
        }
        field.add(header).add(template);
        if (isShort) {
            sort(column, index, format).ifPresent(field::add);
        }
        if (format.isIcon() && !column.endpointAction().isBlank()) {
            field.add(tag("endpoint_action")
                    .set("endpoint_id", column.endpointAction())
                    .set("background", "true"));
        }
        return field;
    }

    /** In a list some columns have no header; a hidden one has one for the menu of orders. */
    private boolean showsHeader(Column column, int index, ColumnFormat format) {
        if (column.header().isBlank()) {
            return false;
        }
        boolean isNamedOrder = column.format().equals("invisible")
                && detail.sorts().stream()
                        .anyMatch(sort ->
                                columnOf(sort) == index && !sort.display().isBlank());
        return !isShort || !format.hidesHeader() || isNamedOrder;
    }

    /** Where in a tile the column stands. */
    private static EditableElement style(Column.Cell cell) {
        EditableElement style = tag("style");
        cell.style().forEach(style::set);
        EditableElement grid = tag("grid");
        cell.grid().forEach(grid::set);
        return style.add(grid);
    }

    private EditableElement expression(Column column, int index, ColumnFormat format, String function, boolean mapped) {
        EditableElement xpath = Tags.xpath(function);
        Map<String, EditableElement> variables = new TreeMap<>();
        if (column.expression()) {
            EditableElement calculated = Tags.xpath(Hashtags.WITHOUT_CASE.expand(column.field()));
            if (column.field().contains("$lang")) {
                calculated.add(language());
            }
            variables.put("calculated_property", calculated);
        }
        if (function.contains("$lang") || (column.expression() && column.field().contains("$lang"))) {
            variables.put("lang", tag("locale").set("id", "lang.current"));
        }
        if (mapped && format.isMapped()) {
            String keys = Ids.column(module, kind, column, index + 1) + ".enum.";
            column.mapping().forEach(mapping -> {
                String name = Ids.mapped(mapping.key());
                variables.put(
                        name,
                        mapping.value().isBlank()
                                ? Tags.xpath("''")
                                : tag("locale").set("id", keys + name));
            });
        }
        variables.forEach(
                (name, value) -> xpath.add(tag("variable").set("name", name).add(value)));
        return xpath;
    }

    /** The variables of an expression within an expression are its own. */
    private static EditableElement language() {
        return tag("variable").set("name", "lang").add(tag("locale").set("id", "lang.current"));
    }

    private Optional<EditableElement> sort(Column column, int index, ColumnFormat format) {
        for (int i = 0; i < detail.sorts().size(); i++) {
            Sort sort = detail.sorts().get(i);
            if (columnOf(sort) == index) {
                return Optional.of(configured(sort, i + 1, column, index, format));
            }
        }
        if (detail.sorts().isEmpty() && index == first()) {
            return Optional.of(tag("sort")
                    .set("type", format.automaticSortType())
                    .set("order", "1")
                    .set("direction", "ascending")
                    .add(sortText(column, index, format)));
        }
        return format.automaticSort()
                .map(function -> tag("sort")
                        .set("type", format.automaticSortType())
                        .add(tag("text").add(expression(column, index, format, function, false))));
    }

    private static boolean isOf(Sort sort, Column column, int index) {
        return sort.field().startsWith(CALCULATED_COLUMN)
                ? sort.field().equals(CALCULATED_COLUMN + index)
                : sort.field().equals(column.field());
    }

    /** A list that says no order is sorted by its first column, shown or not. */
    private int first() {
        for (int i = 0; i < detail.columns().size(); i++) {
            if (!detail.columns().get(i).format().equals("filter")) {
                return i;
            }
        }
        return -1;
    }

    private EditableElement sortText(Column column, int index, ColumnFormat format) {
        return tag("text")
                .add(expression(column, index, format, format.automaticSort().orElseGet(format::template), false));
    }

    /** A format that has an order of its own keeps it, whatever type or expression is said. */
    private EditableElement configured(Sort sort, int order, Column column, int index, ColumnFormat format) {
        if (sort.type().equals("distance")) {
            String function = ColumnFormat.byDistance(format.property());
            return configured(
                    sort, order, "double", tag("text").add(expression(column, index, format, function, false)));
        }
        if (format.automaticSort().isPresent()) {
            return configured(sort, order, format.automaticSortType(), sortText(column, index, format));
        }
        EditableElement text = sort.calculation().isBlank()
                ? sortText(column, index, format)
                : tag("text").add(Tags.xpath(Hashtags.WITHOUT_CASE.expand(sort.calculation())));
        return configured(sort, order, type(sort.type()), text);
    }

    private EditableElement configured(Sort sort, int order, String type, EditableElement text) {
        boolean isIndex = sort.type().equals("index");
        EditableElement element = tag("sort")
                .set("type", isIndex ? "string" : type)
                .set("order", isIndex ? "-2" : Integer.toString(order))
                .set("direction", sort.ascending() ? "ascending" : "descending");
        if (!sort.blanks().isBlank()) {
            element.set("blanks", sort.blanks());
        }
        return element.add(text);
    }

    private static String type(String modelled) {
        return switch (modelled) {
            case "distance", "double" -> "double";
            case "int" -> "int";
            default -> "string";
        };
    }

    /** A list may be sorted by what no column shows. */
    private List<EditableElement> sortedOnly() {
        List<EditableElement> fields = new ArrayList<>();
        for (int i = 0; i < detail.sorts().size(); i++) {
            Sort sort = detail.sorts().get(i);
            if (isOnlyOrder(sort)) {
                String property = Properties.expression(sort.field());
                String function =
                        sort.calculation().isBlank() ? property : Hashtags.WITHOUT_CASE.expand(sort.calculation());
                boolean byDistance = sort.type().equals("distance");
                EditableElement text =
                        tag("text").add(Tags.xpath(byDistance ? ColumnFormat.byDistance(property) : function));
                fields.add(tag("field")
                        .add(tag("header")
                                .set("width", "0")
                                .add(
                                        sort.display().isBlank()
                                                ? tag("text")
                                                : Tags.text(Ids.orderHeader(module, sort.field(), i + 1))))
                        .add(tag("template").set("width", "0").add(tag("text").add(Tags.xpath(function))))
                        .add(configured(sort, i + 1, type(sort.type()), text)));
            }
        }
        return fields;
    }

    private boolean isOnlyOrder(Sort sort) {
        return columnOf(sort) < 0
                && !(sort.field().isBlank() && sort.calculation().isBlank());
    }

    /** The position of the column that is sorted so: the first that shows the property; -1 if none does. */
    private int columnOf(Sort sort) {
        for (int i = 0; i < detail.columns().size(); i++) {
            Column column = detail.columns().get(i);
            if (!column.format().equals("filter") && isOf(sort, column, i)) {
                return i;
            }
        }
        return -1;
    }

    /** The texts of the fields by key. What is blank in every language has none: phones fail on a key without text. */
    static Map<String, Texts> texts(int module, String kind, Detail detail) {
        Map<String, Texts> texts = new TreeMap<>();
        for (int i = 0; i < detail.columns().size(); i++) {
            Column column = detail.columns().get(i);
            texts.put(Ids.header(module, kind, column, i + 1), column.header());
            if (new ColumnFormat(column).isMapped()) {
                String keys = Ids.column(module, kind, column, i + 1) + ".enum.";
                column.mapping().forEach(mapping -> texts.put(keys + Ids.mapped(mapping.key()), mapping.value()));
            }
        }
        DetailFields fields = new DetailFields(module, kind, detail, kind.equals("case_short"));
        for (int i = 0; i < detail.sorts().size() && fields.isShort; i++) {
            Sort sort = detail.sorts().get(i);
            if (fields.isOnlyOrder(sort) && !sort.display().isBlank()) {
                texts.put(Ids.orderHeader(module, sort.field(), i + 1), sort.display());
            }
        }
        return texts;
    }
}

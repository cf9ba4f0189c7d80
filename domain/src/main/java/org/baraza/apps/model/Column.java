// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One thing that a case list or a case's page shows (app model, section 4.1).
 *
 * @param field a property, {@code parent/property}, {@code user/property}, {@code #owner_name}, or an expression
 * @param expression whether the field is an expression
 * @param format the word of the document: {@code plain}, {@code date}, {@code enum}, …
 * @param cell its place in a tile, none if it has none
 * @param endpointAction the deep link that an icon goes to when it is touched, empty if none
 * @param mapping what is shown for which key, in order
 */
public record Column(
        Texts header,
        String model,
        String field,
        boolean expression,
        String format,
        List<Mapping> mapping,
        String dateFormat,
        String timeAgoInterval,
        String lateFlag,
        String legacyFilter,
        String nodeset,
        String endpointAction,
        Optional<Cell> cell) {

    public Column {
        mapping = List.copyOf(mapping);
    }

    /** What is shown for a key: a label or a picture by language. */
    public record Mapping(String key, Texts value) {
        static Mapping of(JsonNode at) {
            return new Mapping(Read.text(at, "key"), Read.texts(at, "value"));
        }
    }

    /**
     * The place of a column in a tile, as phones read it.
     *
     * @param style attributes of the looks
     * @param grid attributes of the place
     */
    public record Cell(Map<String, String> style, Map<String, String> grid) {
        static Optional<Cell> of(JsonNode at) {
            Map<String, String> grid = new LinkedHashMap<>();
            number(at, "height", "grid-height", grid);
            number(at, "width", "grid-width", grid);
            number(at, "grid_x", "grid-x", grid);
            number(at, "grid_y", "grid-y", grid);
            if (grid.isEmpty()) {
                return Optional.empty();
            }
            Map<String, String> style = new LinkedHashMap<>();
            Read.filled(at, "horizontal_align").ifPresent(align -> style.put("horz-align", align));
            Read.filled(at, "vertical_align").ifPresent(align -> style.put("vert-align", align));
            Read.filled(at, "font_size").ifPresent(size -> style.put("font-size", size));
            if (Read.flag(at, "show_border")) {
                style.put("show-border", "true");
            }
            if (Read.flag(at, "show_shading")) {
                style.put("show-shading", "true");
            }
            return Optional.of(new Cell(style, grid));
        }

        private static void number(JsonNode at, String key, String attribute, Map<String, String> grid) {
            int number = Read.number(at, key, -1);
            if (number >= 0) {
                grid.put(attribute, Integer.toString(number));
            }
        }
    }

    static Column of(JsonNode at) {
        return new Column(
                Read.texts(at, "header"),
                Read.filled(at, "model").orElse("case"),
                Read.text(at, "field"),
                Read.flag(at, "useXpathExpression"),
                Read.filled(at, "format").orElse("plain"),
                Read.list(at, "enum", Mapping::of),
                Read.filled(at, "date_format").orElse("%d/%m/%y"),
                Read.numeral(at, "time_ago_interval", "365.25"),
                Read.numeral(at, "late_flag", "30"),
                Read.text(at, "filter_xpath"),
                Read.text(at, "nodeset"),
                Read.text(at, "endpoint_action_id"),
                Cell.of(at));
    }
}

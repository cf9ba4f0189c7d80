// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One thing that a case list or a case's page shows (app model, section 4.1).
 *
 * @param field a property, {@code parent/property}, {@code user/property}, {@code #owner_name}, or an expression
 * @param expression whether the field is an expression
 * @param format the word of the document: {@code plain}, {@code date}, {@code enum}, …
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
        String nodeset) {

    public Column {
        mapping = List.copyOf(mapping);
    }

    /** What is shown for a key: a label or a picture by language. */
    public record Mapping(String key, Texts value) {
        static Mapping of(JsonNode at) {
            return new Mapping(Read.text(at, "key"), Read.texts(at, "value"));
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
                Read.text(at, "nodeset"));
    }
}

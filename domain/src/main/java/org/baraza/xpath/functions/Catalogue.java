// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import static org.baraza.xpath.Arity.atLeast;
import static org.baraza.xpath.Arity.between;
import static org.baraza.xpath.Arity.exactly;
import static org.baraza.xpath.Arity.inPairsFrom;
import static org.baraza.xpath.Kind.ANY;
import static org.baraza.xpath.Kind.BOOLEAN;
import static org.baraza.xpath.Kind.DATE;
import static org.baraza.xpath.Kind.NODES;
import static org.baraza.xpath.Kind.NUMBER;
import static org.baraza.xpath.Kind.TEXT;

import java.util.List;
import org.baraza.xpath.Arity;
import org.baraza.xpath.Kind;
import org.baraza.xpath.Signature;

/**
 * Every function of the dialect in the groups of the table it comes from (generated build: XPath in CommCare), but for
 * {@code current()} and {@code instance()}, which are starts of paths.
 */
final class Catalogue {

    private Catalogue() {}

    static final List<Signature> ALL = List.of(
            // Logic
            function("true", exactly(0), BOOLEAN, ""),
            function("false", exactly(0), BOOLEAN, ""),
            function("not", exactly(1), BOOLEAN, "condition"),
            function("boolean", exactly(1), BOOLEAN, "value"),
            function("boolean-from-string", exactly(1), BOOLEAN, "value"),
            function("if", exactly(3), ANY, "condition, then, otherwise"),
            function("cond", inPairsFrom(3), ANY, "condition, value, …, otherwise"),
            function("coalesce", atLeast(1), ANY, "value, …"),
            function("depend", atLeast(1), ANY, "value, …"),
            function("checklist", atLeast(2), BOOLEAN, "least, most, condition, …"),
            function("weighted-checklist", inPairsFrom(2), BOOLEAN, "least, most, condition, weight, …"),
            // Numbers
            function("number", exactly(1), NUMBER, "value"),
            function("int", exactly(1), NUMBER, "value"),
            function("double", exactly(1), NUMBER, "value"),
            function("abs", exactly(1), NUMBER, "number"),
            function("ceiling", exactly(1), NUMBER, "number"),
            function("floor", exactly(1), NUMBER, "number"),
            function("round", exactly(1), NUMBER, "number"),
            function("pow", exactly(2), NUMBER, "base, exponent"),
            function("sqrt", exactly(1), NUMBER, "number"),
            function("exp", exactly(1), NUMBER, "number"),
            function("log", exactly(1), NUMBER, "number"),
            function("log10", exactly(1), NUMBER, "number"),
            function("sin", exactly(1), NUMBER, "angle"),
            function("cos", exactly(1), NUMBER, "angle"),
            function("tan", exactly(1), NUMBER, "angle"),
            function("asin", exactly(1), NUMBER, "number"),
            function("acos", exactly(1), NUMBER, "number"),
            function("atan", exactly(1), NUMBER, "number"),
            function("atan2", exactly(2), NUMBER, "y, x"),
            function("pi", exactly(0), NUMBER, ""),
            function("random", exactly(0), NUMBER, ""),
            function("min", atLeast(1), NUMBER, "number or nodes, …"),
            function("max", atLeast(1), NUMBER, "number or nodes, …"),
            onNodes("sum", exactly(1), NUMBER, "nodes"),
            // Texts
            function("string", exactly(1), TEXT, "value"),
            function("concat", atLeast(0), TEXT, "text, …"),
            function("string-length", exactly(1), NUMBER, "text"),
            function("contains", exactly(2), BOOLEAN, "text, part"),
            function("starts-with", exactly(2), BOOLEAN, "text, start"),
            function("ends-with", exactly(2), BOOLEAN, "text, end"),
            function("substr", between(2, 3), TEXT, "text, start, end?"),
            function("substring-before", exactly(2), TEXT, "text, mark"),
            function("substring-after", exactly(2), TEXT, "text, mark"),
            function("translate", exactly(3), TEXT, "text, characters, replacements"),
            function("replace", exactly(3), TEXT, "text, pattern, replacement"),
            function("regex", exactly(2), BOOLEAN, "text, pattern"),
            function("upper-case", exactly(1), TEXT, "text"),
            function("lower-case", exactly(1), TEXT, "text"),
            function("join", atLeast(1), TEXT, "separator, text or nodes, …"),
            function("join-chunked", atLeast(3), TEXT, "separator, size, text or nodes, …"),
            function("checksum", exactly(2), TEXT, "'verhoeff', digits"),
            function("id-compress", exactly(5), TEXT, "number, growth, lead, body, length"),
            function("encrypt-string", exactly(3), TEXT, "message, key, 'AES'"),
            function("decrypt-string", exactly(3), TEXT, "message, key, 'AES'"),
            function("json-property", exactly(2), TEXT, "json, name"),
            // Lists of words
            function("selected", exactly(2), BOOLEAN, "list, word"),
            function("is-selected", exactly(2), BOOLEAN, "list, word"),
            function("count-selected", exactly(1), NUMBER, "list"),
            function("selected-at", exactly(2), TEXT, "list, index"),
            function("index-of", exactly(2), ANY, "list or nodes, word"),
            function("distinct-values", exactly(1), NODES, "list or nodes"),
            function("sort", between(1, 2), TEXT, "list, ascending?"),
            function("sort-by", between(2, 3), TEXT, "list, keys, ascending?"),
            // Nodes
            onNodes("count", exactly(1), NUMBER, "nodes"),
            onNodes("position", between(0, 1), NUMBER, "node?"),
            // Dates
            function("today", exactly(0), DATE, ""),
            function("now", exactly(0), DATE, ""),
            function("date", exactly(1), DATE, "value"),
            function("format-date", exactly(2), TEXT, "date, format"),
            function("format-date-for-calendar", between(2, 3), TEXT, "date, 'ethiopian' or 'nepali', format?"),
            // Places
            function("distance", exactly(2), NUMBER, "place, place"),
            function("closest-point-on-polygon", exactly(2), TEXT, "place, corners"),
            function("is-point-inside-polygon", exactly(2), BOOLEAN, "place, corners"),
            function("here", exactly(0), TEXT, ""),
            // Texts of the application, and the rest
            function("jr:itext", exactly(1), TEXT, "id"),
            function("jr:choice-name", exactly(2), TEXT, "value, 'path'"),
            function("uuid", between(0, 1), TEXT, "length?"),
            function("sleep", exactly(2), ANY, "milliseconds, value"));

    private static Signature function(String name, Arity arity, Kind result, String parameters) {
        return new Signature(name, arity, result, parameters, false);
    }

    private static Signature onNodes(String name, Arity arity, Kind result, String parameters) {
        return new Signature(name, arity, result, parameters, true);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.xml.EditableElement;

/** Writes ways as frames of the stack, with the values that the session of a form has for them (sections 8.5 and 8.6). */
final class Frames {
    private Frames() {}

    /** A frame that takes the user along the way, with the form's own variables matched to those that are needed. */
    static EditableElement create(Optional<String> condition, Way way, List<Datum> source) {
        return create(condition, way, values(way.datums(), source));
    }

    static EditableElement create(Optional<String> condition, Way way, Map<String, String> values) {
        EditableElement frame = tag("create");
        condition.ifPresent(expression -> frame.set("if", expression));
        for (Way.Step step : way.steps()) {
            switch (step) {
                case Way.Command command -> frame.add(tag("command").set("value", "'" + command.id() + "'"));
                case Way.Variable variable -> {
                    query(variable.datum(), values).ifPresent(frame::add);
                    frame.add(variable(variable.datum(), values));
                }
            }
        }
        return frame;
    }

    /** What was searched for on the way is fetched again, only that and without asking. */
    private static Optional<EditableElement> query(Datum datum, Map<String, String> values) {
        return datum.search().map(search -> {
            EditableElement query = tag("query").set("id", search.instance()).set("value", search.again());
            search.caseTypes()
                    .forEach(type ->
                            query.add(tag("data").set("key", "case_type").set("ref", "'" + type + "'")));
            EditableElement id = tag("data").set("key", "case_id");
            return query.add(
                    datum.isSeveral()
                            ? id.set("nodeset", "instance('" + datum.id() + "')/results/value")
                                    .set("ref", ".")
                            : id.set("ref", value(datum, values)));
        });
    }

    private static String value(Datum datum, Map<String, String> values) {
        return values.getOrDefault(datum.id(), SessionPaths.variable(datum.id()));
    }

    static EditableElement variable(Datum datum, Map<String, String> values) {
        String name = datum.isSeveral() ? "instance-datum" : "datum";
        return tag(name).set("id", datum.id()).set("value", value(datum, values));
    }

    /** The value of each variable that is needed, from what the source has. */
    static Map<String, String> values(List<Datum> wanted, List<Datum> source) {
        Map<String, String> matched = matches(wanted, source);
        Map<String, String> values = new HashMap<>();
        for (Datum datum : wanted) {
            values.put(
                    datum.id(),
                    datum.isSelection()
                            ? SessionPaths.variable(matched.getOrDefault(datum.id(), datum.id()))
                            : Variables.rename(datum.expression(), matched));
        }
        return values;
    }

    /**
     * Which variable of the source a chosen one is: the same id of the same case type, else the first of that type that is
     * not taken yet, else the same id.
     */
    static Map<String, String> matches(List<Datum> wanted, List<Datum> source) {
        Map<String, String> matches = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Datum datum : wanted) {
            if (datum.isSelection()) {
                source.stream()
                        .filter(other -> other.id().equals(datum.id()) && sameType(other, datum))
                        .findFirst()
                        .ifPresent(same -> {
                            matches.put(datum.id(), same.id());
                            taken.add(same.id());
                        });
            }
        }
        for (Datum datum : wanted) {
            if (datum.isSelection() && !matches.containsKey(datum.id())) {
                String found = source.stream()
                        .filter(other ->
                                !taken.contains(other.id()) && datum.caseType().isPresent() && sameType(other, datum))
                        .findFirst()
                        .map(Datum::id)
                        .orElse(datum.id());
                matches.put(datum.id(), found);
                taken.add(found);
            }
        }
        return matches;
    }

    private static boolean sameType(Datum one, Datum other) {
        return one.caseType().equals(other.caseType());
    }
}

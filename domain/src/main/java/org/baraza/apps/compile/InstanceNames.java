// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.baraza.apps.questions.Instances;
import org.baraza.xml.EditableElement;

/** Finds the instances that pieces of a suite look into, and declares them. */
final class InstanceNames {
    private static final Set<String> EXPRESSIONS = Set.of(
            "function", "nodeset", "value", "if", "relevant", "test", "ref", "exclude", "default", "validate", "key");

    private final Map<String, Set<String>> known = new HashMap<>();

    SortedSet<String> in(List<EditableElement> pieces) {
        SortedSet<String> ids = new TreeSet<>();
        pieces.forEach(piece -> piece.walk(element -> element.eachAttribute((namespace, name, value) -> {
            if (EXPRESSIONS.contains(name)) {
                ids.addAll(in(value));
            }
        })));
        return ids;
    }

    /** Of several expressions. */
    Set<String> ofAll(List<String> expressions) {
        Set<String> ids = new TreeSet<>();
        expressions.forEach(expression -> ids.addAll(in(expression)));
        return ids;
    }

    Set<String> in(String expression) {
        return expression.contains("instance(") ? known.computeIfAbsent(expression, Instances::in) : Set.of();
    }

    /** Declarations by id, those that the author gave a source first. */
    static List<EditableElement> declarations(Set<String> ids, Map<String, String> authored, String place)
            throws CannotBuild {
        List<EditableElement> declarations = new ArrayList<>();
        for (String id : new TreeSet<>(ids)) {
            Optional<String> source = Optional.ofNullable(authored.get(id)).or(() -> InstanceSources.of(id));
            if (source.isEmpty()) {
                throw new CannotBuild(place, "Nothing is known of the instance " + id);
            }
            declarations.add(Tags.tag("instance").set("id", id).set("src", source.get()));
        }
        return declarations;
    }
}

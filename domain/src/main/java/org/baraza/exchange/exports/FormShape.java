// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.baraza.xml.XmlElement;

/** Learns from forms of a kind which questions and repeat groups they have. */
final class FormShape {
    private static final int MOST_VALUES = 2_000;
    private static final int DEEPEST = 40;

    private final Group root = new Group();
    private boolean aboutCase;
    private int values;

    /** What was seen at a path. */
    private static final class Group {
        private final SequencedMap<String, Group> children = new LinkedHashMap<>();
        private final AnswerTally answers = new AnswerTally();
        private boolean answered;
        private boolean repeated;
    }

    void saw(XmlElement form) {
        saw(root, form, 0);
    }

    private void saw(Group group, XmlElement element, int depth) {
        Map<String, Integer> siblings = new HashMap<>();
        element.children().forEach(child -> siblings.merge(child.name(), 1, Integer::sum));
        for (XmlElement child : element.children()) {
            if (isCase(child)) {
                aboutCase |= depth == 0;
                continue;
            }
            if (depth == 0 && child.name().equalsIgnoreCase("meta")) {
                continue;
            }
            Group found = group.children.get(child.name());
            if (found == null) {
                if (++values > MOST_VALUES || depth > DEEPEST) {
                    continue;
                }
                found = new Group();
                group.children.put(child.name(), found);
            }
            if (child.children().isEmpty()) {
                found.answered = true;
                found.answers.saw(child.text());
            } else {
                found.repeated |= siblings.getOrDefault(child.name(), 1) > 1 || isItem(child);
                saw(found, child, depth + 1);
            }
        }
    }

    static boolean isCase(XmlElement element) {
        return element.name().equals("case")
                && (element.attribute("case_id").isPresent()
                        || element.child("case_id").isPresent());
    }

    /** Groups that repeat over given ids are one even when there is a single one. */
    private static boolean isItem(XmlElement element) {
        return element.attribute("index").isPresent() && element.attribute("id").isPresent();
    }

    Shape shape() {
        List<String> repeats = new ArrayList<>();
        List<Shape.Value> found = new ArrayList<>();
        collect(root, "form", repeats, found);
        if (aboutCase) {
            found.add(new Shape.Value(FormPaths.CASE_ID, List.of()));
            found.add(new Shape.Value(FormPaths.CASE_NAME, List.of()));
        }
        return new Shape(repeats, found);
    }

    private static void collect(Group group, String path, List<String> repeats, List<Shape.Value> found) {
        group.children.forEach((name, child) -> {
            String at = path + "." + name;
            if (child.repeated) {
                repeats.add(at);
            }
            if (child.answered && child.children.isEmpty()) {
                found.add(new Shape.Value(at, child.answers.options()));
            }
            collect(child, at, repeats, found);
        });
    }
}

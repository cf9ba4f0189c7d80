// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.xml.EditableElement;
import org.baraza.xml.EditableText;
import org.baraza.xml.Timestamps;

/**
 * What people may correct in a form: the texts of its answers, and those that it saves to cases. The meta block, stock, and what
 * makes a case the case that it is (its id, type and links) are none of it.
 */
public final class FormTexts {
    private static final String LEDGER = "http://commcarehq.org/ledger/v1";
    /** Of the block or the case itself, not values. */
    private static final Set<String> STRUCTURE = Set.of("case_id", "case_type", "date_modified", "user_id");

    private final List<FormText> texts = new ArrayList<>();

    private FormTexts() {}

    /** All of them, in document order; paths are those of {@link FormQuestions}. */
    public static List<FormText> of(EditableElement root) {
        FormTexts found = new FormTexts();
        found.walk(root, "/" + root.name(), 0);
        return List.copyOf(found.texts);
    }

    /**
     * One of the texts, which can be written.
     *
     * @param savedTo id of the case that the form saves it to; empty for an answer
     */
    public record FormText(String path, Optional<String> savedTo, EditableElement element) {

        public String value() {
            return element.text();
        }

        /** Puts another text in its place. */
        public void write(String value) {
            element.nodes().stream()
                    .filter(EditableText.class::isInstance)
                    .toList()
                    .forEach(element::remove);
            element.addText(value);
        }
    }

    /** Takes what closes a case out of a form. */
    public static void dropClosing(EditableElement root, String caseId) {
        root.walk(element -> {
            if (isBlock(element) && caseId.equals(caseId(element))) {
                element.elements("close").forEach(element::remove);
            }
        });
    }

    private void walk(EditableElement parent, String path, int depth) {
        eachChild(parent, path, (child, childPath) -> {
            if (isBlock(child)) {
                addValues(child, childPath);
            } else if (!isMachinery(child, depth)) {
                if (child.elements().isEmpty()) {
                    texts.add(new FormText(childPath, Optional.empty(), child));
                } else {
                    walk(child, childPath, depth + 1);
                }
            }
        });
    }

    private void addValues(EditableElement block, String path) {
        Optional<String> savedTo = Optional.of(caseId(block));
        eachChild(block, path, (part, partPath) -> {
            if (part.name().equals("create") || part.name().equals("update")) {
                eachChild(part, partPath, (value, valuePath) -> {
                    if (value.elements().isEmpty() && !STRUCTURE.contains(value.name())) {
                        texts.add(new FormText(valuePath, savedTo, value));
                    }
                });
            }
        });
    }

    private interface Visit {
        void child(EditableElement child, String path);
    }

    /** Siblings of one name are numbered from 1. */
    private static void eachChild(EditableElement parent, String path, Visit visit) {
        List<EditableElement> children = parent.elements();
        Map<String, Integer> siblings = new HashMap<>();
        children.forEach(child -> siblings.merge(child.name(), 1, Integer::sum));
        Map<String, Integer> seen = new HashMap<>();
        for (EditableElement child : children) {
            int number = seen.merge(child.name(), 1, Integer::sum);
            boolean repeated = siblings.getOrDefault(child.name(), 1) > 1;
            visit.child(child, path + "/" + child.name() + (repeated ? "[" + number + "]" : ""));
        }
    }

    private static boolean isMachinery(EditableElement element, int depth) {
        return element.namespace().equals(LEDGER)
                || (depth == 0
                        && (element.name().equals("meta") || element.name().equals("Meta")));
    }

    private static boolean isBlock(EditableElement element) {
        return element.name().equals("case") && element.attribute("case_id").isPresent();
    }

    private static String caseId(EditableElement block) {
        return block.attribute("case_id").map(Timestamps::normalised).orElse("");
    }
}

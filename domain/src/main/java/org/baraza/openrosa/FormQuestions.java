// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baraza.openrosa.FormQuestion.Kind;
import org.baraza.xml.XmlElement;

/** Lists the questions of a form in document order, without the meta block and the case blocks. */
public final class FormQuestions {

    private final List<FormQuestion> questions = new ArrayList<>();

    private FormQuestions() {}

    public static List<FormQuestion> of(XmlElement root) {
        FormQuestions tree = new FormQuestions();
        tree.addChildren(root, "/" + root.name(), 0);
        return List.copyOf(tree.questions);
    }

    private void addChildren(XmlElement parent, String path, int depth) {
        Map<String, Integer> siblings = new HashMap<>();
        parent.children().forEach(child -> siblings.merge(child.name(), 1, Integer::sum));
        Map<String, Integer> seen = new HashMap<>();
        for (XmlElement child : parent.children()) {
            int index = seen.merge(child.name(), 1, Integer::sum);
            boolean repeated = siblings.getOrDefault(child.name(), 1) > 1;
            if (!isMachinery(child, depth)) {
                add(child, path + "/" + child.name() + (repeated ? "[" + index + "]" : ""), depth);
            }
        }
    }

    private void add(XmlElement element, String path, int depth) {
        boolean group = !element.children().isEmpty();
        questions.add(new FormQuestion(
                path, element.name(), depth, group ? Kind.GROUP : Kind.QUESTION, group ? "" : element.text()));
        addChildren(element, path, depth + 1);
    }

    /** A question may be called meta or case too: only the form's own block and blocks with a case id are left out. */
    private static boolean isMachinery(XmlElement element, int depth) {
        return switch (element.name()) {
            case "meta", "Meta" -> depth == 0;
            case "case" ->
                element.attribute("case_id").isPresent()
                        || element.child("case_id").isPresent();
            default -> false;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.xml.EditableElement;

/** Reads the choices of a control, or where they come from. */
final class Choices {
    private Choices() {}

    static List<Question.Choice> written(EditableElement control, QuestionTexts texts) {
        List<Question.Choice> choices = new ArrayList<>();
        for (EditableElement item : control.elements("item")) {
            String value =
                    item.element("value").map(EditableElement::text).orElse("").strip();
            Optional<String> labelRef = texts.labelRef(item);
            choices.add(new Question.Choice(
                    value,
                    texts.label(item).orElse(value),
                    labelRef,
                    labelRef.map(texts::translations).orElse(Map.of())));
        }
        return choices;
    }

    static Optional<Question.ChoiceSource> source(EditableElement control, XForm form) {
        return control.element("itemset").map(itemset -> {
            String nodeset = itemset.attribute("nodeset").orElse("");
            Optional<String> instance = Instances.first(nodeset);
            return new Question.ChoiceSource(
                    instance,
                    instance.flatMap(id -> declared(form, id)),
                    nodeset,
                    ref(itemset, "label").orElse(""),
                    ref(itemset, "value").orElse(""),
                    ref(itemset, "sort"));
        });
    }

    private static Optional<String> ref(EditableElement itemset, String part) {
        return itemset.element(part).flatMap(found -> found.attribute("ref"));
    }

    private static Optional<String> declared(XForm form, String id) {
        return form.otherInstances().stream()
                .filter(instance -> instance.attribute("id").filter(id::equals).isPresent())
                .findFirst()
                .flatMap(instance -> instance.attribute("src"));
    }
}

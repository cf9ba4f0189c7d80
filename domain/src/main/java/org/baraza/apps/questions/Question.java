// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.questions;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing of a form that has a place in what is submitted: a question, a label, a group, or a value without a control.
 *
 * @param label in the form's default language, else the path
 * @param labelRef the id of its text
 * @param path the absolute path of the answer
 * @param tag the element of the body, {@code hidden} without one
 * @param type the word of the form builder (generated build, section 9.2)
 * @param repeat the path of the repeat that it is in
 * @param group the path of the group or repeat that it is in
 * @param setvalue what it starts with
 */
public record Question(
        String label,
        Optional<String> labelRef,
        Map<String, String> translations,
        String path,
        String tag,
        String type,
        Optional<String> repeat,
        Optional<String> group,
        boolean required,
        Optional<String> requiredExpression,
        Optional<String> relevant,
        Optional<String> constraint,
        Optional<String> constraintMessageRef,
        Optional<String> calculate,
        Optional<String> setvalue,
        Optional<String> comment,
        List<Choice> options,
        Optional<ChoiceSource> source) {

    public Question {
        translations = Collections.unmodifiableMap(new LinkedHashMap<>(translations));
        options = List.copyOf(options);
    }

    /** One of the choices that are written in the form. */
    public record Choice(String value, String label, Optional<String> labelRef, Map<String, String> translations) {
        public Choice {
            translations = Collections.unmodifiableMap(new LinkedHashMap<>(translations));
        }
    }

    /** Where choices come from that are not written in the form. */
    public record ChoiceSource(
            Optional<String> instanceId,
            Optional<String> instanceSource,
            String nodeset,
            String labelRef,
            String valueRef,
            Optional<String> sortRef) {}

    /** The short name that logic may call it by: {@code #form/a/b}. */
    public String hashtag() {
        int second = path.indexOf('/', 1);
        return second < 0 ? "#form" : "#form" + path.substring(second);
    }

    public boolean isGroup() {
        return type.equals("Group") || type.equals("FieldList") || type.equals("Repeat");
    }

    public boolean isHidden() {
        return tag.equals("hidden");
    }
}

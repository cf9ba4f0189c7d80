// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One field of a case search.
 *
 * @param input how it is answered: {@code select1}, {@code select}, {@code date}, {@code daterange}, …, empty for text
 * @param choices where its choices come from
 */
public record SearchProperty(
        String name,
        Texts label,
        Texts hint,
        String appearance,
        String input,
        String defaultValue,
        boolean hidden,
        boolean allowBlank,
        boolean exclude,
        Optional<Assertion> required,
        List<Assertion> validations,
        String receiver,
        Optional<Choices> choices,
        boolean group,
        String groupKey) {

    public SearchProperty {
        validations = List.copyOf(validations);
    }

    /** Choices out of an instance. */
    public record Choices(
            String instanceId, String instanceUri, String nodeset, String label, String value, String sort) {
        static Optional<Choices> of(JsonNode at) {
            Choices choices = new Choices(
                    Read.text(at, "instance_id"),
                    Read.text(at, "instance_uri"),
                    Read.text(at, "nodeset"),
                    Read.text(at, "label"),
                    Read.text(at, "value"),
                    Read.text(at, "sort"));
            return choices.nodeset.isBlank() ? Optional.empty() : Optional.of(choices);
        }
    }

    static SearchProperty of(JsonNode at) {
        return new SearchProperty(
                Read.text(at, "name"),
                Read.texts(at, "label"),
                Read.texts(at, "hint"),
                Read.text(at, "appearance"),
                Read.text(at, "input_"),
                Read.text(at, "default_value"),
                Read.flag(at, "hidden"),
                Read.flag(at, "allow_blank_value"),
                Read.flag(at, "exclude"),
                Optional.of(assertion(at.path("required")))
                        .filter(required -> !required.test().isBlank()),
                Read.list(at, "validations", SearchProperty::assertion).stream()
                        .filter(validation -> !validation.test().isBlank())
                        .toList(),
                Read.text(at, "receiver_expression"),
                Choices.of(at.path("itemset")),
                Read.flag(at, "is_group"),
                Read.text(at, "group_key"));
    }

    private static Assertion assertion(JsonNode at) {
        return new Assertion(Read.text(at, "test"), Read.texts(at, "text"));
    }
}

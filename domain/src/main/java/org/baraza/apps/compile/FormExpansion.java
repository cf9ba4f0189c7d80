// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.Optional;
import java.util.Set;
import org.baraza.apps.questions.Namespaces;
import org.baraza.apps.questions.XForm;
import org.baraza.xml.EditableElement;

/**
 * Writes out the hashtags of a form. What the builder noted as a hashtag wins over what it wrote out itself, because a
 * menu may have moved since (generated build, section 9.4). Then all that is the builder's own goes.
 */
final class FormExpansion {
    private static final Set<String> EXPRESSIONS =
            Set.of("relevant", "constraint", "required", "readonly", "calculate", "value", "nodeset", "ref", "count");

    private final Hashtags hashtags;

    FormExpansion(Hashtags hashtags) {
        this.hashtags = hashtags;
    }

    void apply(XForm form) {
        for (EditableElement part : form.head().elements()) {
            if (part.namespace().equals(Namespaces.BUILDER)) {
                form.head().remove(part);
            }
        }
        form.root().walk(this::expand);
    }

    private void expand(EditableElement element) {
        element.eachAttribute((namespace, name, value) -> {
            if (namespace.equals(Namespaces.BUILDER)) {
                element.unset(namespace, name);
                if (element.attribute(name).isPresent()) {
                    expanded(value).ifPresent(expression -> element.set(name, expression));
                }
            } else if (EXPRESSIONS.contains(name)
                    && value.indexOf('#') >= 0
                    && element.attribute(Namespaces.BUILDER, name).isEmpty()) {
                expanded(value).ifPresent(expression -> set(element, namespace, name, expression));
            }
        });
    }

    private static void set(EditableElement element, String namespace, String name, String value) {
        if (namespace.isEmpty()) {
            element.set(name, value);
        } else {
            element.set("jr", namespace, name, value);
        }
    }

    /** The expression with every hashtag written out, none if one of them means nothing here. */
    private Optional<String> expanded(String value) {
        String expanded = hashtags.expand(value);
        return Hashtags.isFree(expanded) ? Optional.of(expanded) : Optional.empty();
    }
}

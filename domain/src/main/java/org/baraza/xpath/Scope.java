// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an expression is evaluated against: instances, the node that it is about, variables and the world. */
public final class Scope {

    private final Instances instances;
    private final Surroundings surroundings;
    private final Map<String, Value> variables;
    private final @Nullable Node form;
    private final @Nullable Node node;

    private Scope(
            Instances instances,
            Surroundings surroundings,
            Map<String, Value> variables,
            @Nullable Node form,
            @Nullable Node node) {
        this.instances = instances;
        this.surroundings = surroundings;
        this.variables = variables;
        this.form = form;
        this.node = node;
    }

    public static Scope of(Instances instances, Surroundings surroundings) {
        return new Scope(instances, surroundings, Map.of(), null, null);
    }

    /** With the top of the form that paths from the root look at. */
    public Scope within(Node top) {
        return new Scope(instances, surroundings, variables, top, node);
    }

    /** About a node: {@code .} and {@code current()}. */
    public Scope about(Node subject) {
        return new Scope(instances, surroundings, variables, form, subject);
    }

    /** With these variables instead of those before. */
    public Scope with(Map<String, Value> values) {
        return new Scope(instances, surroundings, Map.copyOf(values), form, node);
    }

    Optional<Node> form() {
        return Optional.ofNullable(form);
    }

    Optional<Node> node() {
        return Optional.ofNullable(node);
    }

    Optional<Value> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    Instances instances() {
        return instances;
    }

    Surroundings surroundings() {
        return surroundings;
    }
}

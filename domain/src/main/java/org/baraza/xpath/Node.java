// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.List;
import java.util.Optional;

/**
 * A place in an instance: the top, an element or an attribute. Names are without prefix, since devices look at no
 * namespace. A store may make nodes when they are asked for; two nodes for the same place are equal.
 */
public interface Node {

    /** Empty for the top. */
    String name();

    /** Empty for the top. */
    Optional<Node> parent();

    /** What the place holds; blank for an element that only holds others, and for a question that is not relevant. */
    Value value();

    /** Child elements in their order. */
    List<? extends Node> children();

    /** Child elements of that name in their order. */
    List<? extends Node> children(String name);

    List<? extends Node> attributes();

    Optional<? extends Node> attribute(String name);

    /**
     * The children of that name, narrowed by conditions that this node can answer without looking at each child, as a
     * store with an index can. Conditions that are not answered are evaluated afterwards as if nothing had been narrowed.
     *
     * @return empty if the node answers none of the conditions
     */
    default Optional<Narrowed> narrowed(String name, List<Wanted> conditions) {
        return Optional.empty();
    }

    /** Which one of the siblings of its name this is, counted from 0; 0 for an attribute and for the top. */
    default int position() {
        return parent().map(above -> Math.max(0, above.children(name()).indexOf(this)))
                .orElse(0);
    }
}

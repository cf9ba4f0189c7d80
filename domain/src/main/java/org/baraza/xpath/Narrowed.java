// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.List;
import java.util.Set;

/**
 * What a node answers to conditions.
 *
 * @param nodes the children for which all answered conditions hold, in their order
 * @param answered which of the conditions were answered, by their places in the list
 */
public record Narrowed(List<? extends Node> nodes, Set<Integer> answered) {

    public Narrowed {
        nodes = List.copyOf(nodes);
        answered = Set.copyOf(answered);
    }
}

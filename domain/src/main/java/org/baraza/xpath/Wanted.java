// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.List;

/**
 * A condition that asks whether something of a child equals a value which does not depend on the child.
 *
 * @param path names of elements that lead there from the child, {@code [index, parent]}; of an attribute only its own
 * @param attribute whether the last name is that of an attribute
 * @param value what it must equal, by the rules of {@code =}: a text must be the very text; for a number {@code 7} also
 *     {@code 07} counts, and a store that cannot compare so leaves the condition alone
 */
public record Wanted(List<String> path, boolean attribute, Value value) {

    public Wanted {
        path = List.copyOf(path);
    }

    /** Whether this asks for that attribute. */
    public boolean isAttribute(String name) {
        return attribute && path.size() == 1 && path.getFirst().equals(name);
    }

    /** Whether this asks for a child element of that name. */
    public boolean isProperty(String name) {
        return !attribute && path.size() == 1 && path.getFirst().equals(name);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.util.List;
import java.util.Optional;
import org.baraza.xpath.Node;
import org.baraza.xpath.Value;

/** A word that is taken from a list and stands in no document. */
record WordNode(String word) implements Node {

    @Override
    public String name() {
        return "";
    }

    @Override
    public Optional<Node> parent() {
        return Optional.empty();
    }

    @Override
    public Value value() {
        return Value.of(word);
    }

    @Override
    public List<Node> children() {
        return List.of();
    }

    @Override
    public List<Node> children(String name) {
        return List.of();
    }

    @Override
    public List<Node> attributes() {
        return List.of();
    }

    @Override
    public Optional<Node> attribute(String name) {
        return Optional.empty();
    }
}

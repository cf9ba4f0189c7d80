// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which node a part of an expression is about, and which one of those that its condition looks at, counted from 1. */
final class Frame {

    /** The place of a node that is looked at by no condition. */
    static final int NOWHERE = -1;

    private final @Nullable Node node;
    private final int place;

    Frame(@Nullable Node node, int place) {
        this.node = node;
        this.place = place;
    }

    Optional<Node> node() {
        return Optional.ofNullable(node);
    }

    int place() {
        return place;
    }
}

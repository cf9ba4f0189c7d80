// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.Optional;

/** Where instances come from. */
@FunctionalInterface
public interface Instances {

    /** There is none. */
    Instances NONE = id -> Optional.empty();

    /** The top of the instance of that id, whose only child is its root element; empty if there is no such instance. */
    Optional<? extends Node> open(String id);
}

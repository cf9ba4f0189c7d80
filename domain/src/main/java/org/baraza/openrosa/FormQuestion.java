// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import java.util.Optional;

/**
 * A question of a form, or a group of them, as the form itself shows it.
 *
 * @param path such as {@code /data/child[2]/weight}, with an index, counted from 1, only where siblings share a name
 * @param depth 0 for what stands directly in the form
 * @param text the answer, empty for a group
 */
public record FormQuestion(String path, String name, int depth, Kind kind, String text) {

    /** What an element is, seen from its content. */
    public enum Kind {
        /** An element without children. */
        QUESTION,
        /** An element with children. */
        GROUP
    }

    /** The answer, which may be an empty text; a group has none. */
    public Optional<String> value() {
        return kind == Kind.QUESTION ? Optional.of(text) : Optional.empty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.vectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An answer that is not what a vector wants. */
final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 300;

    Mismatch(String message) {
        super(message);
    }

    static Mismatch at(String place, String why, @Nullable JsonNode got) {
        return new Mismatch(place + ": " + why + "; got " + (got == null ? "nothing" : shown(got.toString())));
    }

    static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.pages;

import org.jspecify.annotations.Nullable;

/** A text that says nothing, which answers leave out or say as null. */
public final class EmptyText {
    private EmptyText() {}

    /** The text; null when it is empty. */
    public static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

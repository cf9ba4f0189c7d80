// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.editing;

/** A change that cannot be made to this app. */
public final class BadChange extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    BadChange(String code, String sentence) {
        super(sentence, null, false, true);
        this.code = code;
    }

    /** Stable, in capitals. */
    public String code() {
        return code;
    }

    /** One plain sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}

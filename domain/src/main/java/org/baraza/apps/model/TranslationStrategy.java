// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

/** Which of the engine's own texts go into an app's texts. */
public enum TranslationStrategy {
    /** Those whose key the app translates in any language. */
    SELECT_KNOWN,
    ALL_KNOWN,
    NONE;

    static TranslationStrategy of(String text) {
        return switch (text) {
            case "simple" -> NONE;
            case "dump-known" -> ALL_KNOWN;
            default -> SELECT_KNOWN;
        };
    }
}

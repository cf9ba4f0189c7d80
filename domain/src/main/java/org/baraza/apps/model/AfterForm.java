// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

/** Where a user finds herself after a form (app model, section 8). */
public enum AfterForm {
    HOME("default"),
    FIRST_MENU("root"),
    PARENT_MENU("parent_module"),
    MENU("module"),
    PREVIOUS_SCREEN("previous_screen"),
    LINK("form");

    private final String word;

    AfterForm(String word) {
        this.word = word;
    }

    static AfterForm of(String text) {
        for (AfterForm after : values()) {
            if (after.word.equals(text)) {
                return after;
            }
        }
        return HOME;
    }

    /** As the document says it. */
    public String word() {
        return word;
    }
}

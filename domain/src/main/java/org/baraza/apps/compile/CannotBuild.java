// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

/** An app that no version can be made of; checks find most reasons before. */
public final class CannotBuild extends Exception {
    private static final long serialVersionUID = 1L;

    private final String place;

    CannotBuild(String place, String sentence) {
        super(sentence, null, false, true);
        this.place = place;
    }

    /** The form or menu that is to blame, by its id in the build. */
    public String place() {
        return place;
    }

    /** What is wrong. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}

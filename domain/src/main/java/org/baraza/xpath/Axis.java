// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

/** In which direction a step of a path goes; CommCare's engine knows these four. */
public enum Axis {
    CHILD("child"),
    ATTRIBUTE("attribute"),
    SELF("self"),
    PARENT("parent");

    private final String word;

    Axis(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}

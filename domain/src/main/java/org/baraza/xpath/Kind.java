// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

/** What kind of value an expression gives, as far as it can be told without evaluating it. */
public enum Kind {
    BOOLEAN("true or false"),
    NUMBER("a number"),
    TEXT("a text"),
    DATE("a date"),
    NODES("nodes"),
    ANY("a value");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** The kind in the words of a message. */
    public String words() {
        return words;
    }
}

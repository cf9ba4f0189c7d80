// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

/**
 * A word or sign of an expression.
 *
 * @param text its content: names and numbers as written, texts without quotes, variables and hashtags without their sign
 */
record Token(Type type, String text, Span span) {

    enum Type {
        NUMBER,
        QUOTED,
        NAME,
        VARIABLE,
        HASHTAG,
        SIGN,
        END
    }

    boolean is(String sign) {
        return type == Type.SIGN && text.equals(sign);
    }

    boolean isName(String name) {
        return type == Type.NAME && text.equals(name);
    }

    /** The token in the words of a message. */
    String words() {
        return switch (type) {
            case END -> "the end";
            case QUOTED -> "a text in quotes";
            case NUMBER -> "the number " + text;
            case VARIABLE -> "$" + text;
            case HASHTAG -> "#" + text;
            case NAME, SIGN -> "\"" + text + "\"";
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

/**
 * Which part of the forms or cases of an export is read.
 *
 * @param after the place behind which it begins, as the part before told it; empty for the beginning
 * @param most forms or cases at most
 */
public record Stretch(String after, int most) {
    static final String LIST = "feed";
    static final Stretch WHOLE = new Stretch("", Integer.MAX_VALUE);

    boolean isWhole() {
        return most == Integer.MAX_VALUE;
    }
}

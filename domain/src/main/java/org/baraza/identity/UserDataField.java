// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.List;

/**
 * Something that a project wants to know of each of its workers.
 *
 * @param slug its key in user data
 * @param label as people read it
 * @param choices the only values allowed; empty for any
 * @param regex what a value must match as a whole; empty for anything
 * @param regexMessage said when it does not; empty for words of our own
 */
public record UserDataField(
        String slug, String label, boolean required, List<String> choices, String regex, String regexMessage) {
    public UserDataField {
        choices = List.copyOf(choices);
    }

    /** A field that takes any text or none. */
    public static UserDataField plain(String slug, String label) {
        return new UserDataField(slug, label, false, List.of(), "", "");
    }
}

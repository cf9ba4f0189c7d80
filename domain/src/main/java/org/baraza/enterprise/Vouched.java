// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.util.regex.Pattern;

/**
 * What an identity provider says of somebody, after its word was checked.
 *
 * @param email empty where it says none
 * @param verified whether the address is known to be hers
 */
public record Vouched(String email, boolean verified, String firstName, String lastName) {
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_NAME = 75;

    /** Names are taken as far as they can be kept: nobody is shut out for hers. */
    public Vouched {
        firstName = kept(firstName);
        lastName = kept(lastName);
    }

    private static String kept(String name) {
        String plain = UNSEEN.matcher(name).replaceAll("").strip();
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }

    @Override
    public String toString() {
        return "Vouched";
    }
}

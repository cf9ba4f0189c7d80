// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity.credentials;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;

/**
 * How many guesses a password would take, by zxcvbn, in which words that every guesser tries here are worth nothing (HQ:
 * score of at least two).
 */
final class PasswordStrength {
    private static final int ENOUGH = 2;
    private static final List<String> FIRST_TRIED = List.of("commcare", "hq", "dimagi", "commcarehq", "baraza");
    /** What comes after so much adds nothing, and takes long to look at. */
    private static final int LOOKED_AT = 100;

    private static final Zxcvbn ZXCVBN = new Zxcvbn();

    private PasswordStrength() {}

    /** @param known words that a guesser knows of its holder */
    static boolean isEnough(String password, List<String> known) {
        List<String> words = new ArrayList<>(FIRST_TRIED);
        words.addAll(known);
        String looked = password.substring(0, Math.min(password.length(), LOOKED_AT));
        return ZXCVBN.measure(looked, words).getScore() >= ENOUGH;
    }
}

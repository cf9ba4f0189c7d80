// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.rollout;

import java.util.Locale;

/**
 * How phones fare with a version that is being rolled out, and with all others of the same app, since the rollout began. A phone
 * is troubled once it sent a crash, or a form that the server could not take in; however often, it counts once.
 */
public record Health(int phones, int troubled, int otherPhones, int otherTroubled) {
    /** Fewer may be chance. */
    private static final int FEWEST_TROUBLED = 3;

    /** How many more of a hundred phones are troubled than with other versions. */
    public double excess() {
        return percent(troubled, phones) - percent(otherTroubled, otherPhones);
    }

    private static double percent(int some, int all) {
        return all == 0 ? 0 : 100.0 * Math.min(some, all) / all;
    }

    public boolean exceeds(int limit) {
        return troubled >= FEWEST_TROUBLED && excess() > limit;
    }

    /** In a sentence. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%d of %d phones with this version reported errors, %d of %d with others.",
                troubled,
                phones,
                otherTroubled,
                otherPhones);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.Set;
import org.baraza.phone.Payload;
import org.jspecify.annotations.Nullable;

/** Where phone and server touch, and where what passes between them may be spoilt to see whether anybody notices. */
interface Seam {
    /** Everything passes as it is. */
    Seam HONEST = new Seam() {};

    /** A payload on its way to the phone. */
    default Payload payload(Payload told) {
        return told;
    }

    /** The fingerprint on its way to the server. */
    default String state(String said) {
        return said;
    }

    /** The sync that a submission names. */
    default @Nullable String token(@Nullable String named) {
        return named;
    }

    /** Whether a form that the phone sent is lost though the phone is told that it arrived. */
    default boolean losesForms() {
        return false;
    }

    /** Whether what happens to a form at a desk (archived, edited) is kept from the judge. */
    default boolean hidesDeskWork() {
        return false;
    }

    /** Ids under which a person owns, as the judge is told. */
    default Set<String> owners(Set<String> owners) {
        return owners;
    }
}

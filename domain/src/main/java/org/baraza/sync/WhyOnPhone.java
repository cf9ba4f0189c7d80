// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a case is on somebody's phone, or is not.
 *
 * @param chain from a case that is hers by itself to the one asked about; empty when it does not belong there
 * @param phones what her phones were told last
 */
public record WhyOnPhone(Reason reason, List<Step> chain, List<Phone> phones) {

    /** In short. */
    public enum Reason {
        /** She owns it, and it is open. */
        OWNED,
        /** A case on her phone points to it. */
        NEEDED,
        /** It is an open extension of a case on her phone. */
        EXTENSION,
        /** It is deleted. */
        DELETED,
        /** It is closed, and nothing on her phone needs it. */
        CLOSED,
        /** She owns it, but it is an extension of cases of which none is open and available. */
        NO_OPEN_HOST,
        /** Neither is she its owner nor does anything on her phone lead to it. */
        NOT_HERS;

        /** Whether it belongs on the phone. */
        public boolean belongs() {
            return this == OWNED || this == NEEDED || this == EXTENSION;
        }
    }

    /**
     * One case of the chain.
     *
     * @param ownerId who owns it
     * @param reason why it is on the phone: the first by itself, each later one through the one before
     */
    public record Step(String caseId, String ownerId, boolean closed, Reason reason) {}

    /**
     * A phone of hers, as it was told last.
     *
     * @param holds whether it held the case when it had read the payload
     */
    public record Phone(Optional<String> deviceId, Instant syncedOn, boolean holds) {}
}

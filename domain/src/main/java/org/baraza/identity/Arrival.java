// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * How somebody came in.
 *
 * @param address where from
 * @param proof what she showed
 * @param session digest of her session; empty when she has none
 * @param provider the identity provider that vouched for her; empty where she showed a password or a key
 */
public record Arrival(String address, Proof proof, String session, Optional<UUID> provider) {

    /** What lets somebody in. */
    public enum Proof {
        /** A session in a browser, which asked for everything that her account asks for. */
        SESSION,
        PASSWORD,
        /** A password, and a code of her phone. */
        PASSWORD_AND_CODE,
        /** What programs have: it is long, and no person remembers it. */
        KEY
    }

    /** One without a session. */
    public Arrival(String address, Proof proof) {
        this(address, proof, "");
    }

    /** One that nobody else vouched for. */
    public Arrival(String address, Proof proof, String session) {
        this(address, proof, session, Optional.empty());
    }

    /** Whether a person is there herself, and not a program of hers. */
    public boolean inPerson() {
        return proof != Proof.KEY;
    }

    /** Whether she came by the pages of this server. */
    public boolean inBrowser() {
        return proof == Proof.SESSION;
    }

    @Override
    public String toString() {
        return "Arrival[" + proof + "]";
    }
}

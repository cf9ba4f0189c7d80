// SPDX-License-Identifier: Apache-2.0
package org.baraza.testing;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Arrival;
import org.baraza.identity.TwoFactor;
import org.baraza.identity.credentials.OneTimeCodes;

/** A phone with an authenticator app. */
public final class Authenticator {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Arrival AT_HOME = new Arrival("192.0.2.7", Arrival.Proof.SESSION);

    private final byte[] secret;
    private final Clock clock;

    /** @param secret in Base32, as a person types it */
    public Authenticator(String secret, Clock clock) {
        this.secret = read(secret);
        this.clock = clock;
    }

    /** The phone of somebody who turns two-factor on. */
    public static Authenticator turnedOn(TwoFactor twoFactor, WebUser who, Clock clock) {
        Authenticator phone = new Authenticator(twoFactor.begin(who).secret(), clock);
        twoFactor.confirm(who, phone.code(), AT_HOME);
        return phone;
    }

    /** The recovery codes of somebody who turns two-factor on. */
    public static List<String> recoveryCodes(TwoFactor twoFactor, WebUser who, Clock clock) {
        return twoFactor.confirm(who, new Authenticator(twoFactor.begin(who).secret(), clock).code(), AT_HOME);
    }

    /** What it shows now. */
    public String code() {
        return OneTimeCodes.at(secret, clock.instant());
    }

    /** What it will show in a step, which the server takes already. */
    public String nextCode() {
        return OneTimeCodes.at(secret, clock.instant().plus(OneTimeCodes.STEP));
    }

    /** Six digits that it shows neither now nor just before or after. */
    public String wrong() {
        for (int number = 0; ; number++) {
            String code = String.format("%06d", number);
            if (OneTimeCodes.step(secret, code, clock.instant(), 0).isEmpty()) {
                return code;
            }
        }
    }

    private static byte[] read(String text) {
        var bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : text.toCharArray()) {
            buffer = (buffer << 5) | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}

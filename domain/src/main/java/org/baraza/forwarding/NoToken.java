// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import org.baraza.forwarding.wire.WireAnswer;

/** Another system gave no token, so that nothing can be sent to it now. */
final class NoToken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_TOLD = 500;

    private NoToken(String reason) {
        super(reason);
    }

    static NoToken because(WireAnswer answer) {
        return new NoToken("The other side gave no token: "
                + switch (answer) {
                    case WireAnswer.Silent silent -> silent.error();
                    case WireAnswer.Answered answered
                    when answered.isGood() -> answered.status() + ", without a token in the answer.";
                    case WireAnswer.Answered answered -> answered.status() + " " + beginning(answered.body());
                });
    }

    private static String beginning(String body) {
        return body.length() > MOST_TOLD ? body.substring(0, MOST_TOLD) : body;
    }

    /** For people. */
    String reason() {
        return String.valueOf(getMessage());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baraza.forwarding.wire.WireAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another system gave no token, so that nothing can be sent to it now. */
final class NoToken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_TOLD = 200;

    private NoToken(String reason) {
        super(reason);
    }

    static NoToken because(WireAnswer answer) {
        return new NoToken("The other side gave no token: "
                + switch (answer) {
                    case WireAnswer.Silent silent -> silent.error();
                    case WireAnswer.Answered answered
                    when answered.isGood() -> answered.status() + ", without a token in the answer.";
                    case WireAnswer.Answered answered -> answered.status() + named(answered.body());
                });
    }

    /** What it says of its reasons (RFC 6749, 5.2), and nothing else: it may repeat what it was sent, the secret too. */
    private static String named(String body) {
        try {
            JsonNode json = JsonMapper.shared().readTree(body);
            return Stream.of("error", "error_description")
                    .map(name -> json.path(name).asString(""))
                    .filter(text -> !text.isEmpty())
                    .map(text -> " " + text.substring(0, Math.min(MOST_TOLD, text.length())))
                    .collect(Collectors.joining());
        } catch (JacksonException _) {
            return "";
        }
    }

    /** For people. */
    String reason() {
        return String.valueOf(getMessage());
    }
}

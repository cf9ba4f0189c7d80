// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.baraza.forwarding.wire.Credentials;
import org.baraza.forwarding.wire.TokenAnswer;
import org.baraza.forwarding.wire.Wire;
import org.baraza.forwarding.wire.WireAnswer;
import org.baraza.forwarding.wire.WireRequest;

/** Sends requests of a connection as it wants them to be proved. */
public final class Sending {
    private static final int UNAUTHORIZED = 401;

    private final Wire wire;
    private final Tokens tokens;
    private final Clock clock;

    public Sending(Wire wire, Tokens tokens, Clock clock) {
        this.wire = wire;
        this.tokens = tokens;
        this.clock = clock;
    }

    WireAnswer send(Connection connection, String method, String url, Map<String, String> headers, byte[] body) {
        WireRequest bare =
                new WireRequest(method, url, headers, connection.secrets().headers(), body);
        String username = connection.authentication().username();
        String password = connection.secrets().password();
        return switch (connection.authentication().type()) {
            case NONE -> plain(connection, bare);
            case BASIC -> plain(connection, Credentials.basic(bare, username, password));
            case API_KEY -> plain(connection, Credentials.apiKey(bare, password));
            case OAUTH1 ->
                plain(
                        connection,
                        Credentials.signed(
                                bare,
                                connection.authentication().clientId(),
                                connection.secrets().clientSecret(),
                                clock.instant()));
            case DIGEST -> challenged(connection, bare, username, password);
            case BEARER, OAUTH2_PWD, OAUTH2_CLIENT -> withToken(connection, bare);
        };
    }

    private WireAnswer plain(Connection connection, WireRequest request) {
        return wire.send(request, connection.skipCertVerify());
    }

    private WireAnswer challenged(Connection connection, WireRequest bare, String username, String password) {
        WireAnswer first = plain(connection, bare);
        return first instanceof WireAnswer.Answered answered && answered.status() == UNAUTHORIZED
                ? Credentials.digest(bare, answered, username, password)
                        .map(request -> plain(connection, request))
                        .orElse(first)
                : first;
    }

    /** One that is not taken any more is asked for anew, once. */
    private WireAnswer withToken(Connection connection, WireRequest bare) {
        try {
            Optional<TokenAnswer> known = tokens.last(connection).filter(tokens::isGood);
            TokenAnswer token = known.orElseGet(() -> fresh(connection, known));
            WireAnswer answer = plain(connection, Credentials.bearer(bare, token.access()));
            return known.isPresent() && isUnauthorized(answer) ? again(connection, bare, token, answer) : answer;
        } catch (NoToken e) {
            return new WireAnswer.Silent(e.reason());
        }
    }

    private static boolean isUnauthorized(WireAnswer answer) {
        return answer instanceof WireAnswer.Answered answered && answered.status() == UNAUTHORIZED;
    }

    private WireAnswer again(Connection connection, WireRequest bare, TokenAnswer useless, WireAnswer refusal) {
        try {
            TokenAnswer fresh = fresh(connection, Optional.of(useless));
            return plain(connection, Credentials.bearer(bare, fresh.access()));
        } catch (NoToken e) {
            return refusal;
        }
    }

    /**
     * Another one than that which is of no use any more; somebody may have got it meanwhile.
     *
     * @throws NoToken with what was said instead
     */
    private TokenAnswer fresh(Connection connection, Optional<TokenAnswer> useless) {
        return tokens.together(
                connection,
                () -> tokens.kept(connection)
                        .filter(token ->
                                tokens.isGood(token) && !Optional.of(token).equals(useless))
                        .orElseGet(() -> ask(connection)));
    }

    private TokenAnswer ask(Connection connection) {
        Optional<String> refresh = tokens.last(connection)
                .map(TokenAnswer::refresh)
                .filter(text -> !text.isEmpty() && connection.authentication().type() != AuthType.BEARER);
        TokenAnswer fresh = refresh.map(text -> asked(connection, TokenRequests.refresh(connection, text)))
                .flatMap(answer -> Credentials.token(answer, clock.instant()))
                .orElseGet(() -> first(connection));
        tokens.keep(connection, fresh);
        return fresh;
    }

    private TokenAnswer first(Connection connection) {
        WireAnswer answer = asked(connection, TokenRequests.first(connection));
        return Credentials.token(answer, clock.instant()).orElseThrow(() -> NoToken.because(answer));
    }

    private WireAnswer asked(Connection connection, WireRequest request) {
        long start = System.nanoTime();
        WireAnswer answer = plain(connection, request);
        tokens.told(connection, request, answer, Duration.ofNanos(System.nanoTime() - start));
        return answer;
    }
}

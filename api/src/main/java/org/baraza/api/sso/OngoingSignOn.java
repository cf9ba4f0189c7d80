// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.sso;

import com.nimbusds.jose.util.Base64URL;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.baraza.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was asked of a provider, until its answer comes: sealed, in a cookie of the browser that is sent there, so that any
 * node can take the answer. It is good for ten minutes, and for the provider that was asked.
 */
final class OngoingSignOn implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    /** Where she wanted to go: a parameter of the first request, an attribute of the last. */
    static final String NEXT = "next";

    static final String SLUG = "registration_id";
    private static final String COOKIE = "BARAZA_SIGN_ON";
    private static final String PURPOSE = "ongoing sign-on";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final TypeReference<Asked> ASKED = new TypeReference<>() {};

    private final Vault vault;
    private final Clock clock;

    OngoingSignOn(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** What has to be remembered of a request. */
    record Asked(
            long until,
            String authorizationUri,
            String clientId,
            String redirectUri,
            String state,
            Map<String, String> attributes) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return kept(request).orElse(null);
    }

    /** Empty for what is over, not ours, or of another provider than the one that answers. */
    private Optional<OAuth2AuthorizationRequest> kept(HttpServletRequest request) {
        String state = Optional.ofNullable(request.getParameter("state")).orElse("");
        String slug = SignOnPath.of(request).map(SignOnPath::slug).orElse("");
        return cookie(request)
                .flatMap(this::opened)
                .filter(asked -> clock.millis() < asked.until)
                .filter(asked -> asked.state.equals(state))
                .filter(asked -> slug.equals(asked.attributes.get(SLUG)))
                .map(OngoingSignOn::request);
    }

    private Optional<Asked> opened(String value) {
        try {
            byte[] plain = vault.open(new Base64URL(value).decode(), PURPOSE);
            return Optional.of(JsonMapper.shared().readValue(plain, ASKED));
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
    }

    private static OAuth2AuthorizationRequest request(Asked asked) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(asked.authorizationUri)
                .clientId(asked.clientId)
                .redirectUri(asked.redirectUri)
                .scope("openid", "email", "profile")
                .state(asked.state)
                .attributes(attributes -> attributes.putAll(asked.attributes))
                .build();
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            return;
        }
        Map<String, String> attributes = new HashMap<>();
        asked.getAttributes().forEach((name, value) -> attributes.put(name, value.toString()));
        byte[] plain = JsonMapper.shared()
                .writeValueAsString(new Asked(
                        clock.millis() + LIFE.toMillis(),
                        asked.getAuthorizationUri(),
                        asked.getClientId(),
                        Optional.ofNullable(asked.getRedirectUri()).orElse(""),
                        Optional.ofNullable(asked.getState()).orElse(""),
                        attributes))
                .getBytes(StandardCharsets.UTF_8);
        set(request, response, Base64URL.encode(vault.seal(plain, PURPOSE)).toString(), LIFE);
    }

    /** It is good once: whatever comes of it, the next answer finds nothing. */
    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<OAuth2AuthorizationRequest> kept = kept(request);
        set(request, response, "", Duration.ZERO);
        kept.ifPresent(asked -> request.setAttribute(NEXT, asked.getAttribute(NEXT)));
        return kept.orElse(null);
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** The provider leads back here by a link, with which a lax cookie comes. */
    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/sso/")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}

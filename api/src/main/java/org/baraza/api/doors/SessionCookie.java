// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.baraza.identity.Sessions;
import org.springframework.http.ResponseCookie;

/** The cookie that carries a session: out of reach of scripts, and of other sites' forms. */
public final class SessionCookie {
    private static final String NAME = "BARAZA_SESSION";

    private SessionCookie() {}

    /** The secret that the browser shows. */
    public static Optional<String> in(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(NAME)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** Value of {@code Set-Cookie} for a session that was opened or used. */
    public static String set(HttpServletRequest request, String token) {
        return cookie(request, token, Sessions.IDLE);
    }

    /** Value of {@code Set-Cookie} that takes the cookie away. */
    public static String clear(HttpServletRequest request) {
        return cookie(request, "", Duration.ZERO);
    }

    private static String cookie(HttpServletRequest request, String token, Duration age) {
        return ResponseCookie.from(NAME, token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }
}

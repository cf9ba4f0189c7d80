// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** Keeps other sites from using somebody's session. What is authenticated by a header is none of their doing. */
final class CrossSite {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private CrossSite() {}

    /** True when the session cookie is what lets this request change something. */
    static boolean mustProve(HttpServletRequest request) {
        return !HARMLESS.contains(request.getMethod())
                && !isSigningIn(request)
                && Presented.in(request) instanceof Presented.Nothing
                && SessionCookie.in(request).isPresent();
    }

    /** Needs a password, and JSON, which no other site's form can send; a cookie that is there plays no part. */
    private static boolean isSigningIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getServletPath().equals("/session");
    }

    /** The token that our own pages read and send back. */
    static CsrfTokenRepository tokens() {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }
}

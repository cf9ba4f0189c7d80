// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.sso;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address below {@code /sso/}, as CommCare HQ has them.
 *
 * @param slug of the identity provider
 */
record SignOnPath(String slug, Step step) {
    private static final Pattern PATH = Pattern.compile("/sso/([a-z0-9-]{1,50})/oidc/(login|auth|logout)/?");

    /** What is done there. */
    enum Step {
        LOGIN,
        AUTH,
        LOGOUT
    }

    static Optional<SignOnPath> of(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getServletPath());
        return path.matches()
                ? Optional.of(new SignOnPath(
                        path.group(1),
                        switch (path.group(2)) {
                            case "login" -> Step.LOGIN;
                            case "auth" -> Step.AUTH;
                            default -> Step.LOGOUT;
                        }))
                : Optional.empty();
    }

    static boolean is(HttpServletRequest request, Step step) {
        return of(request).filter(path -> path.step == step).isPresent();
    }
}

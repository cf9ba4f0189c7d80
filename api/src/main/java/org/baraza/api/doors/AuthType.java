// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.springframework.http.HttpStatus;

/** The parameter by which phones say how they will sign in, where forms are sent and restores fetched (spec/21, section 1). */
final class AuthType {
    private static final String NAME = "authtype";
    private static final List<String> KNOWN = List.of("api_key", "basic", "digest", "noauth", "oauth2");

    private AuthType() {}

    /** What is said to a type that nobody knows; empty where there is none or it is known. */
    static Optional<Answer> refusal(HttpServletRequest request, ProjectPath path, Family family) {
        return of(request, path, family)
                .filter(type -> !KNOWN.contains(type))
                .map(_ -> Answer.text(HttpStatus.BAD_REQUEST, NAME + " must be one of: " + String.join(", ", KNOWN)));
    }

    static boolean isDigest(HttpServletRequest request, ProjectPath path, Family family) {
        return of(request, path, family).filter("digest"::equals).isPresent();
    }

    private static Optional<String> of(HttpServletRequest request, ProjectPath path, Family family) {
        return family.isReceiver() || path.rest().startsWith("phone/restore")
                ? QueryText.parameter(request, NAME)
                : Optional.empty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import org.baraza.api.problems.Answer;
import org.baraza.identity.DigestSignIn;
import org.baraza.oauth.Scope;
import org.baraza.tenancy.Project;
import org.springframework.stereotype.Component;

/**
 * How somebody unknown is asked to say who she is. One way for each path, because clients take the first that they know:
 * phones for Basic, programs for Digest where the project allows it.
 */
@Component
final class Challenges {
    static final String BASIC = "Basic realm=\"\"";

    /** RFC 6750, section 3. */
    static final String BAD_TOKEN = "Bearer realm=\"baraza\", error=\"invalid_token\", "
            + "error_description=\"The access token is over, was revoked, or never was.\"";

    static String outOfScope(Scope needed) {
        return "Bearer realm=\"baraza\", error=\"insufficient_scope\", scope=\"" + needed.wireName() + "\"";
    }

    private final DigestSignIn digest;

    Challenges(DigestSignIn digest) {
        this.digest = digest;
    }

    Answer stranger(Project project, Family family) {
        return family.isForPrograms() && !family.takesOnlyPasswordsAndKeys()
                ? byDigest(project, family)
                : Turned.stranger(family, BASIC);
    }

    /** By Digest where the project allows it, and else by Basic. */
    Answer byDigest(Project project, Family family) {
        return Turned.stranger(
                family,
                digest.challenge(project).map(challenge -> text(challenge, "")).orElse(BASIC));
    }

    /** For a client that speaks Digest and need not ask its user again. */
    Answer stale(Project project, Family family) {
        String asked = digest.challenge(project)
                .map(challenge -> text(challenge, ", stale=true"))
                .orElse(BASIC);
        return Turned.stranger(family, asked);
    }

    private static String text(DigestSignIn.Challenge challenge, String more) {
        return "Digest realm=\"" + challenge.realm() + "\", nonce=\"" + challenge.nonce()
                + "\", qop=\"auth\", algorithm=MD5" + more;
    }
}

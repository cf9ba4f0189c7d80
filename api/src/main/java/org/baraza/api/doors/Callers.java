// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.baraza.api.doors.Caller.Known;
import org.baraza.api.doors.Caller.Stranger;
import org.baraza.identity.ApiKeys;
import org.baraza.identity.DigestSignIn;
import org.baraza.identity.Sessions;
import org.baraza.identity.SignIn;
import org.baraza.identity.SignInResult;
import org.baraza.tenancy.Project;
import org.springframework.stereotype.Component;

/** Finds out who is at a door. The header decides; other parts of a request count only where there is none. */
@Component
final class Callers {
    private final SignIn signIn;
    private final DigestSignIn digest;
    private final ApiKeys apiKeys;
    private final Sessions sessions;

    Callers(SignIn signIn, DigestSignIn digest, ApiKeys apiKeys, Sessions sessions) {
        this.signIn = signIn;
        this.digest = digest;
        this.apiKeys = apiKeys;
        this.sessions = sessions;
    }

    Caller at(Project project, HttpServletRequest request, Family family) {
        return switch (Presented.in(request, family.keyPlace())) {
            case Presented.Basic(var credentials) -> caller(signIn.at(project, credentials, request.getRemoteAddr()));
            case Presented.Digest(var proof) ->
                switch (digest.at(project, proof, request.getRemoteAddr())) {
                    case DigestSignIn.Outcome.Judged(var result) -> caller(result);
                    case DigestSignIn.Outcome.Stale _ -> new Caller.Stale();
                };
            case Presented other -> besidesBasic(other, request, family.cookieCounts());
        };
    }

    /** Outside any project, in a browser or with it. */
    Caller anywhere(HttpServletRequest request) {
        return anywhere(Presented.in(request), request, true);
    }

    /** Outside any project, for programs: a browser's session does not count. */
    Caller withoutSession(HttpServletRequest request) {
        return anywhere(Presented.in(request, KeyPlace.QUERY_OR_FORM), request, false);
    }

    private Caller anywhere(Presented presented, HttpServletRequest request, boolean cookieCounts) {
        return presented instanceof Presented.Basic(var credentials)
                ? caller(signIn.anywhere(credentials, request.getRemoteAddr()))
                : besidesBasic(presented, request, cookieCounts);
    }

    private Caller besidesBasic(Presented presented, HttpServletRequest request, boolean cookieCounts) {
        return switch (presented) {
            case Presented.Key(var credentials) -> caller(apiKeys.signIn(credentials, request.getRemoteAddr()));
            case Presented.Malformed(var reason) -> new Caller.Unreadable(reason);
            case Presented.Nothing _ when cookieCounts -> holder(SessionCookie.in(request));
            case Presented.Nothing _, Presented.Unknown _, Presented.Basic _, Presented.Digest _ -> new Stranger();
        };
    }

    private Caller holder(Optional<String> token) {
        return token.flatMap(sessions::holder).<Caller>map(Known::new).orElseGet(Stranger::new);
    }

    private static Caller caller(SignInResult result) {
        return switch (result) {
            case SignInResult.SignedIn(var actor) -> new Known(actor);
            case SignInResult.WrongCredentials _ -> new Stranger();
            case SignInResult.LockedOut(var retryAfter) -> new Caller.LockedOut(retryAfter);
            case SignInResult.Deactivated _ -> new Caller.Deactivated();
            case SignInResult.Deleted _ -> new Caller.Deleted();
        };
    }
}

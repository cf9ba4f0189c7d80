// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.baraza.api.doors.Caller.Known;
import org.baraza.api.doors.Caller.Stranger;
import org.baraza.identity.Actor;
import org.baraza.identity.ApiKeys;
import org.baraza.identity.Arrival;
import org.baraza.identity.Arrival.Proof;
import org.baraza.identity.Credentials;
import org.baraza.identity.DigestProof;
import org.baraza.identity.DigestSignIn;
import org.baraza.identity.Sessions;
import org.baraza.identity.SignIn;
import org.baraza.identity.SignInResult;
import org.baraza.identity.credentials.Secrets;
import org.baraza.oauth.AccessTokens;
import org.baraza.oauth.Scope;
import org.baraza.oauth.TokenHolder;
import org.baraza.tenancy.Project;
import org.springframework.stereotype.Component;

/** Finds out who is at a door. The header decides; other parts of a request count only where there is none. */
@Component
final class Callers {
    private final SignIn signIn;
    private final DigestSignIn digest;
    private final ApiKeys apiKeys;
    private final Sessions sessions;
    private final SecondStep secondStep;
    private final AccessTokens tokens;

    Callers(
            SignIn signIn,
            DigestSignIn digest,
            ApiKeys apiKeys,
            Sessions sessions,
            SecondStep secondStep,
            AccessTokens tokens) {
        this.signIn = signIn;
        this.digest = digest;
        this.apiKeys = apiKeys;
        this.sessions = sessions;
        this.secondStep = secondStep;
        this.tokens = tokens;
    }

    /** What a door does once a password was right. */
    private interface Next {
        Caller after(Actor actor);
    }

    Caller at(Project project, HttpServletRequest request, Family family) {
        Next next = family.isForPrograms() ? asked(request, Optional.of(project)) : byPassword(request);
        return switch (Presented.in(request, family.keyPlace())) {
            case Presented.Basic _, Presented.Digest _, Presented.Bearer _
            when family.takesOnlyKeys() -> new Stranger();
            case Presented.Digest _, Presented.Bearer _ when family.takesOnlyPasswordsAndKeys() -> new Stranger();
            case Presented.Basic(var credentials)
            when isKey(family, credentials, request) -> besidesBasic(new Presented.Key(credentials), request, false);
            case Presented.Basic(var credentials) ->
                caller(signIn.at(project, credentials, request.getRemoteAddr()), next);
            case Presented.Digest(var proof) -> byDigest(project, proof, request, next);
            case Presented.Bearer(var token) -> bearer(token, family.scope(), request.getRemoteAddr());
            case Presented other -> besidesBasic(other, request, family.cookieCounts());
        };
    }

    private Caller byDigest(Project project, DigestProof proof, HttpServletRequest request, Next next) {
        return switch (digest.at(project, proof, request.getRemoteAddr())) {
            case DigestSignIn.Outcome.Judged(var result) -> caller(result, next);
            case DigestSignIn.Outcome.Stale _ -> new Caller.Stale(project);
        };
    }

    private boolean isKey(Family family, Credentials credentials, HttpServletRequest request) {
        return family.takesKeysAsPasswords()
                && apiKeys.signIn(credentials, request.getRemoteAddr()) instanceof SignInResult.SignedIn;
    }

    /** Outside any project, in a browser or with it. */
    Caller anywhere(HttpServletRequest request) {
        Presented presented = Presented.in(request);
        return presented instanceof Presented.Basic(var credentials)
                ? caller(signIn.anywhere(credentials, request.getRemoteAddr()), asked(request, Optional.empty()))
                : besidesBasic(presented, request, true);
    }

    /**
     * Outside any project, for programs and phones: a browser's session does not count. Who speaks Digest with a project goes on
     * with what that project asked of it.
     */
    Caller withoutSession(HttpServletRequest request, Family family) {
        Next next = family.isForPrograms() ? asked(request, Optional.empty()) : byPassword(request);
        return switch (Presented.in(request, family.keyPlace())) {
            case Presented.Digest(var proof) ->
                digest.projectOf(proof)
                        .map(project -> byDigest(project, proof, request, next))
                        .orElseGet(Stranger::new);
            case Presented.Basic(var credentials) ->
                caller(signIn.anywhere(credentials, request.getRemoteAddr()), next);
            case Presented.Bearer(var token) -> bearer(token, family.scope(), request.getRemoteAddr());
            case Presented other -> besidesBasic(other, request, false);
        };
    }

    private Caller besidesBasic(Presented presented, HttpServletRequest request, boolean cookieCounts) {
        String address = request.getRemoteAddr();
        return switch (presented) {
            case Presented.Key(var credentials) ->
                caller(
                        apiKeys.signIn(credentials, address),
                        actor -> new Known(actor, new Arrival(address, Proof.KEY)));
            case Presented.Malformed(var reason) -> new Caller.Unreadable(reason);
            case Presented.SharedKey _ -> new Caller.SharedKey();
            case Presented.Bearer(var token) -> bearer(token, Scope.ACCESS_APIS, address);
            case Presented.Nothing _ when cookieCounts -> holder(SessionCookie.in(request), address);
            case Presented.Nothing _, Presented.Unknown _, Presented.Basic _, Presented.Digest _ -> new Stranger();
        };
    }

    /** A program that somebody let act for her, after she had shown all that her account asks for. */
    private Caller bearer(String token, Scope needed, String address) {
        Optional<TokenHolder> holder = tokens.holder(token);
        if (holder.isEmpty()) {
            return new Caller.BadToken();
        }
        return holder.get().may(needed)
                ? new Known(holder.get().user(), new Arrival(address, Proof.KEY))
                : new Caller.OutOfScope(needed);
    }

    private Caller holder(Optional<String> token, String address) {
        return token.flatMap(shown -> sessions.opened(shown)
                        .<Caller>map(session -> new Known(
                                session.user(),
                                new Arrival(address, Proof.SESSION, Secrets.hexDigest(shown), session.provider()))))
                .orElseGet(Stranger::new);
    }

    private Next asked(HttpServletRequest request, Optional<Project> project) {
        return actor -> secondStep.after(actor, request, project);
    }

    /** Phones cannot show a code. */
    private static Next byPassword(HttpServletRequest request) {
        return actor -> new Known(actor, new Arrival(request.getRemoteAddr(), Proof.PASSWORD));
    }

    private static Caller caller(SignInResult result, Next next) {
        return switch (result) {
            case SignInResult.SignedIn(var actor) -> next.after(actor);
            case SignInResult.WrongCredentials _ -> new Stranger();
            case SignInResult.LockedOut(var retryAfter) -> new Caller.LockedOut(retryAfter);
            case SignInResult.Deactivated _ -> new Caller.Deactivated();
            case SignInResult.Deleted _ -> new Caller.Deleted();
        };
    }
}

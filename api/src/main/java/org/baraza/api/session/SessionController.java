// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.baraza.api.doors.SessionCookie;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.ProblemJson;
import org.baraza.enterprise.SingleSignOn;
import org.baraza.enterprise.Way;
import org.baraza.identity.Actor;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Credentials;
import org.baraza.identity.Sessions;
import org.baraza.identity.SignIn;
import org.baraza.identity.SignInResult.Deactivated;
import org.baraza.identity.SignInResult.Deleted;
import org.baraza.identity.SignInResult.LockedOut;
import org.baraza.identity.SignInResult.SignedIn;
import org.baraza.identity.SignInResult.WrongCredentials;
import org.baraza.identity.TwoFactor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The browser's session. */
@RestController
@RequestMapping("/session")
final class SessionController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final TwoFactor twoFactor;
    private final OpenSession open;
    private final SingleSignOn signOn;

    SessionController(SignIn signIn, Sessions sessions, TwoFactor twoFactor, OpenSession open, SingleSignOn signOn) {
        this.signOn = signOn;
        this.signIn = signIn;
        this.sessions = sessions;
        this.twoFactor = twoFactor;
        this.open = open;
    }

    /**
     * As the browser's form has it; what is missing is as good as empty.
     *
     * @param code of her phone, asked for once the password was right
     */
    record SignInForm(
            @Nullable String username,
            @Nullable String password,
            @Nullable String code) {
        Credentials credentials() {
            return new Credentials(username == null ? "" : username, password == null ? "" : password);
        }

        Optional<String> shownCode() {
            return Optional.ofNullable(code).filter(text -> !text.isBlank());
        }

        @Override
        public String toString() {
            return "SignInForm";
        }
    }

    /** Who is signed in; the cookie lives on for as long as the session does. */
    @GetMapping
    void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> token = SessionCookie.in(request);
        Optional<WebUser> holder = token.flatMap(sessions::holder);
        if (holder.isEmpty()) {
            ProblemJson.of(HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN", "Sign in first.")
                    .send(response);
            return;
        }
        response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.set(request, token.orElseThrow()));
        open.profile(holder.get(), token.orElseThrow()).send(response);
    }

    /** How whoever types this address is to sign in; says nothing about whether she has an account. */
    @PostMapping(path = "/way", consumes = MediaType.APPLICATION_JSON_VALUE)
    void way(@RequestBody SignInForm form, HttpServletResponse response) throws IOException {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        if (signOn.way(form.credentials().login()) instanceof Way.Provider provider) {
            json.put("provider", provider.name()).put("path", provider.path());
        }
        Answer.json(HttpStatus.OK, json).send(response);
    }

    /** The passwords of those whom their organisation vouches for open no session, right or wrong. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    void open(@RequestBody SignInForm form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (signOn.way(form.credentials().login()) instanceof Way.Provider) {
            ProblemJson.of(
                            HttpStatus.UNAUTHORIZED,
                            "SSO_REQUIRED",
                            "People with this address sign in with the single sign-on of their organisation.")
                    .send(response);
            return;
        }
        switch (signIn.anywhere(form.credentials(), request.getRemoteAddr())) {
            case SignedIn(WebUser user) -> secondStep(user, form.shownCode(), request, response);
            case SignedIn(Actor.MobileWorker _) -> wrong().send(response);
            case WrongCredentials _, Deactivated _, Deleted _ -> wrong().send(response);
            case LockedOut(var retryAfter) ->
                ProblemJson.later(HttpStatus.UNAUTHORIZED, "LOCKED_OUT", "Too many wrong passwords.", retryAfter)
                        .send(response);
        }
    }

    /** Her password was right; who has a second factor shows it too. */
    private void secondStep(
            WebUser user, Optional<String> code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!twoFactor.isOn(user.userId())) {
            open.send(user, request, response);
            return;
        }
        if (code.isEmpty()) {
            ProblemJson.of(HttpStatus.UNAUTHORIZED, "CODE_REQUIRED", "Enter the code that your phone shows.")
                    .send(response);
            return;
        }
        switch (twoFactor.check(user, code.get(), request.getRemoteAddr())) {
            case TwoFactor.Verdict.Right _ -> open.send(user, request, response);
            case TwoFactor.Verdict.Wrong _ ->
                ProblemJson.of(HttpStatus.UNAUTHORIZED, "CODE_WRONG", "The code is not right, or it is old.")
                        .send(response);
            case TwoFactor.Verdict.LockedOut(var retryAfter) ->
                ProblemJson.later(HttpStatus.UNAUTHORIZED, "LOCKED_OUT", "Too many wrong codes.", retryAfter)
                        .send(response);
        }
    }

    /** Signs out of this browser, or of all of them. */
    @DeleteMapping
    void close(
            @RequestParam(defaultValue = "false") boolean everywhere,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SessionCookie.in(request)
                .ifPresent(token -> sessions.holder(token).ifPresent(holder -> {
                    if (everywhere) {
                        sessions.closeAll(holder, request.getRemoteAddr());
                    } else {
                        sessions.close(token, holder, request.getRemoteAddr());
                    }
                }));
        response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.clear(request));
        response.setStatus(HttpStatus.NO_CONTENT.value());
    }

    private static Answer wrong() {
        return ProblemJson.of(HttpStatus.UNAUTHORIZED, "WRONG_CREDENTIALS", "The username or the password is wrong.");
    }
}

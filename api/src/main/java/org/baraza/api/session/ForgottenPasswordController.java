// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.baraza.api.problems.Answer;
import org.baraza.enterprise.SingleSignOn;
import org.baraza.enterprise.Way;
import org.baraza.identity.ForgottenPasswords;
import org.baraza.identity.WorkerMails;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** For web users who forgot their password, and for whoever holds a link to set hers. */
@RestController
final class ForgottenPasswordController {
    private final ForgottenPasswords forgotten;
    private final WorkerMails ofWorkers;
    private final SingleSignOn signOn;

    ForgottenPasswordController(ForgottenPasswords forgotten, WorkerMails ofWorkers, SingleSignOn signOn) {
        this.ofWorkers = ofWorkers;
        this.signOn = signOn;
        this.forgotten = forgotten;
    }

    /** Whose password it is. */
    record AskForm(@Nullable String username) {}

    /** What stands in the link, with the project if it is a mobile worker's, and the new password. */
    record SetForm(
            @Nullable String project,
            @Nullable String user,
            @Nullable String secret,
            @Nullable String password) {
        @Override
        public String toString() {
            return "SetForm";
        }
    }

    /** The same answer whoever asks and whether there is such an account. */
    @PostMapping(path = "/session/password/forgotten", consumes = MediaType.APPLICATION_JSON_VALUE)
    void ask(@RequestBody AskForm form, HttpServletRequest request, HttpServletResponse response) throws IOException {
        // A new password would open nothing to those whom their organisation vouches for.
        if (form.username != null && signOn.way(form.username) instanceof Way.Password) {
            forgotten.ask(form.username, request.getRemoteAddr());
        }
        Answer.json(HttpStatus.ACCEPTED, JsonMapper.shared().createObjectNode().put("mails", forgotten.helps()))
                .send(response);
    }

    @PostMapping(path = "/session/password/reset", consumes = MediaType.APPLICATION_JSON_VALUE)
    void set(@RequestBody SetForm form, HttpServletRequest request, HttpServletResponse response) {
        if (form.project == null) {
            forgotten.set(text(form.user), text(form.secret), text(form.password), request.getRemoteAddr());
        } else {
            ofWorkers.set(form.project, text(form.user), text(form.secret), text(form.password));
        }
        response.setStatus(HttpStatus.NO_CONTENT.value());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

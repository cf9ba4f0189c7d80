// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.baraza.api.doors.SessionCookie;
import org.baraza.api.problems.ProblemJson;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Arrival;
import org.baraza.identity.PasswordProof;
import org.baraza.identity.Sessions;
import org.baraza.identity.WebUsers;
import org.baraza.identity.credentials.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Another password for whoever is signed in; all her sessions end, and this browser gets a new one. */
@RestController
final class PasswordController {
    private final Sessions sessions;
    private final PasswordProof proof;
    private final WebUsers users;
    private final OpenSession open;

    PasswordController(Sessions sessions, PasswordProof proof, WebUsers users, OpenSession open) {
        this.sessions = sessions;
        this.proof = proof;
        this.users = users;
        this.open = open;
    }

    /** As the browser's form has it. */
    record PasswordForm(@Nullable String password, @Nullable String next) {
        @Override
        public String toString() {
            return "PasswordForm";
        }
    }

    @PostMapping(path = "/session/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    void change(@RequestBody PasswordForm form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> token = SessionCookie.in(request);
        Optional<WebUser> holder = token.flatMap(sessions::holder);
        if (holder.isEmpty()) {
            ProblemJson.of(HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN", "Sign in first.")
                    .send(response);
            return;
        }
        String present = form.password == null ? "" : form.password;
        Arrival arrival =
                new Arrival(request.getRemoteAddr(), Arrival.Proof.SESSION, Secrets.hexDigest(token.orElseThrow()));
        proof.require(holder.get(), present, arrival);
        users.changePassword(holder.get(), present, form.next == null ? "" : form.next);
        open.send(holder.get(), request, response);
    }
}

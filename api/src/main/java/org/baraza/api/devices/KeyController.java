// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.devices;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.baraza.devices.PhoneKeys;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.xml.Timestamps;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Gives phones the keys under which they keep what is on them (device protocol: key server). */
@Controller
final class KeyController {
    private final PhoneKeys keys;
    private final Clock clock;

    KeyController(PhoneKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping({"/a/{domain}/phone/keys", "/a/{domain}/phone/keys/"})
    void own(HttpServletRequest request, HttpServletResponse response, ProjectAccess access) throws IOException {
        send(response, keys.own(access, lastIssued(request)));
    }

    /** For whoever rescues the data of a phone. */
    @GetMapping({"/a/{domain}/phone/admin_keys", "/a/{domain}/phone/admin_keys/"})
    void ofWorker(HttpServletRequest request, HttpServletResponse response, ProjectAccess access) throws IOException {
        String username = Optional.ofNullable(request.getParameter("as"))
                .orElseThrow(() -> new Refused(
                        Problem.Invalid.field("as", "USERNAME_MISSING", "Say whose keys, as in `as=amina`.")));
        send(response, keys.ofWorker(access, username.replace("\0", ""), lastIssued(request)));
    }

    /** What cannot be read counts as not said: the phone still gets the key of today. */
    private static Optional<Instant> lastIssued(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("last_issued")).flatMap(Timestamps::parse);
    }

    private void send(HttpServletResponse response, byte[] body) throws IOException {
        response.setDateHeader("Date", clock.millis());
        response.setHeader("X-OpenRosa-Version", "3.0");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/xml; charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}

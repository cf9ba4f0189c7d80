// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.baraza.api.problems.PhoneJson;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.LoginAs;
import org.baraza.sync.RestoreAnswer;
import org.baraza.sync.RestoreRequest;
import org.baraza.sync.RestoreRequest.Wish;
import org.baraza.sync.Restores;
import org.jspecify.annotations.Nullable;

/**
 * Where phones ask for their cases (device protocol: restore request and answers). Runs with the project in scope and the
 * caller known.
 *
 * <p>The status leaves with the first bytes of the payload, so what fails before them is still an error of its own. What
 * fails later leaves this as an {@link IOException} with the response committed: the server must end the connection
 * without ending the body, and nothing may answer in its place.
 */
public final class RestoreHandler {
    private static final int LONGEST_TEXT = 255;
    private static final int BUFFER = 16 * 1024;

    private final Restores restores;
    private final LoginAs loginAs;
    private final Clock clock;

    public RestoreHandler(Restores restores, LoginAs loginAs, Clock clock) {
        this.restores = restores;
        this.loginAs = loginAs;
        this.clock = clock;
    }

    /** @param appId app or build of the URL; null when the URL names none */
    public void handle(
            HttpServletRequest request, HttpServletResponse response, ProjectAccess access, @Nullable String appId)
            throws IOException {
        response.setDateHeader("Date", clock.millis());
        response.setHeader("X-OpenRosa-Version", "3.0");
        response.setHeader("Cache-Control", "no-store");
        if (!request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET");
            OpenRosaReplies.text(response, 405, "A restore is asked for with GET.");
        } else if (!access.may(Permission.ACCESS_MOBILE_ENDPOINTS)) {
            OpenRosaReplies.text(response, 403, "You may not use mobile devices in this project.");
        } else if (!speaksVersion2(request)) {
            RestoreReplies.startOver(response, "Only version 2.0 of case XML is spoken here.");
        } else {
            answer(request, response, access, appId);
        }
    }

    /** As {@link #handle}, for a project's administrators only. */
    void handleForAdmin(
            HttpServletRequest request, HttpServletResponse response, ProjectAccess access, @Nullable String appId)
            throws IOException {
        if (access.isAdmin()) {
            handle(request, response, access, appId);
        } else {
            OpenRosaReplies.text(response, 403, "This is for administrators of the project.");
        }
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, ProjectAccess access, @Nullable String appId)
            throws IOException {
        String as = emptyToNull(request.getParameter("as"));
        if (as == null) {
            answer(response, access, access.actor().userId(), read(request, appId));
            return;
        }
        switch (loginAs.as(access, as)) {
            case LoginAs.Answer.Granted(var person) -> answer(response, access, person.userId(), read(request, appId));
            case LoginAs.Answer.Denied(var reason) -> OpenRosaReplies.text(response, 401, reason);
            case LoginAs.Answer.Deactivated _ -> PhoneJson.deactivated().send(response);
        }
    }

    /** A client that names no version gets the only one there is. */
    private static boolean speaksVersion2(HttpServletRequest request) {
        String version = request.getParameter("version");
        return version == null || version.equals("2.0");
    }

    private static RestoreRequest read(HttpServletRequest request, @Nullable String appId) {
        return new RestoreRequest(
                request.getParameter("since"),
                storable(request.getParameter("state")),
                emptyToNull(request.getParameter("user_id")),
                storable(request.getParameter("device_id")),
                storable(appId),
                "true".equals(request.getParameter("items")),
                acceptsGzip(request),
                wishes(request));
    }

    private static Set<Wish> wishes(HttpServletRequest request) {
        Set<Wish> wishes = EnumSet.noneOf(Wish.class);
        if ("true".equals(request.getParameter("overwrite_cache"))) {
            wishes.add(Wish.EVERYTHING_ANEW);
        }
        if ("true".equals(request.getParameter("skip_fixtures"))) {
            wishes.add(Wish.NO_FIXTURES);
        }
        if (knowsHowToWait(request)) {
            wishes.add(Wish.MAY_BE_TOLD_TO_WAIT);
        }
        return wishes;
    }

    /** Since OpenRosa 2.0. */
    private static boolean knowsHowToWait(HttpServletRequest request) {
        String version = request.getHeader("X-OpenRosa-Version");
        String said = version == null ? request.getParameter("openrosa_version") : version;
        return said != null && said.strip().matches("([2-9]|[1-9]\\d{1,3})(\\.\\d{1,4})?");
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable String storable(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = text.replace("\u0000", "");
        return emptyToNull(clean.substring(0, Math.min(clean.length(), LONGEST_TEXT)));
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        if (accepted == null) {
            return false;
        }
        for (String coding : accepted.split(",")) {
            String[] parts = coding.strip().split("\\s*;\\s*");
            if (parts[0].equalsIgnoreCase("gzip")) {
                return parts.length == 1 || !parts[1].matches("(?i)q=0(\\.0*)?");
            }
        }
        return false;
    }

    private void answer(HttpServletResponse response, ProjectAccess access, String userId, RestoreRequest request)
            throws IOException {
        switch (restores.answer(access, userId, request)) {
            case RestoreAnswer.StartOver startOver -> RestoreReplies.startOver(response, startOver.reason());
            case RestoreAnswer.Pending pending -> RestoreReplies.pending(response, pending);
            case RestoreAnswer.Payload payload -> {
                try (InputStream bytes = payload.bytes()) {
                    send(response, bytes, request.gzip());
                }
            }
        }
    }

    private static void send(HttpServletResponse response, InputStream payload, boolean gzip) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int read = firstRead(payload, buffer);
        response.setStatus(200);
        response.setContentType("text/xml; charset=utf-8");
        response.setHeader("Vary", "Accept-Encoding");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        OutputStream out = response.getOutputStream();
        boolean first = true;
        for (; read >= 0; read = payload.read(buffer)) {
            out.write(buffer, 0, read);
            if (first) {
                response.flushBuffer();
                first = false;
            }
        }
    }

    /** Nothing has left yet, so what went wrong is answered as what it is. */
    private static int firstRead(InputStream payload, byte[] buffer) throws IOException {
        try {
            return payload.read(buffer);
        } catch (IOException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.baraza.apps.AppVersion;
import org.baraza.apps.Asker;
import org.baraza.apps.BuildFile;
import org.baraza.apps.InstallFiles;
import org.baraza.apps.InstallFiles.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files of versions, for phones that install or update an app. Nobody is signed in. What a version has never changes, so its
 * files are named by their digests and kept by whoever fetched them; what is the newest may change at any time.
 */
@Controller
final class InstallController {
    private static final String DOWNLOAD = "/a/{domain}/apps/download/{id:[\\w-]+}";
    private static final String RELEASED_ON = "X-CommCareHQ-AppReleasedOn";
    private static final DateTimeFormatter RELEASED_FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String PROFILE = "profile";
    private static final int LONGEST_NAME = 255;
    private static final String DEVICE = "X-OpenRosa-DeviceId";
    /** Phones show the words of the key in their own language, else the text. */
    private static final Answer LOGGED_OUT = Answer.json(
            HttpStatus.NOT_ACCEPTABLE,
            JsonMapper.shared()
                    .createObjectNode()
                    .put("error", "app.update.not.allowed.user.logged_out")
                    .put("default_response", "Please log in to the app to check for an update."));

    private final InstallFiles files;
    private final Archives archives;

    InstallController(InstallFiles files, Archives archives) {
        this.files = files;
        this.archives = archives;
    }

    /** What there is to fetch, one path a line. */
    @GetMapping({DOWNLOAD, DOWNLOAD + "/"})
    void index(
            @PathVariable String domain,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<AppVersion> version = version(domain, id, request);
        if (version.isEmpty()) {
            missing(response);
            return;
        }
        Answer.text(HttpStatus.OK, String.join("\n", files.paths(version.get())) + "\n")
                .send(response);
    }

    @GetMapping(DOWNLOAD + "/{*path}")
    void file(
            @PathVariable String domain,
            @PathVariable String id,
            @PathVariable String path,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (latest(request) && target(request).isEmpty() && username(request).isEmpty() && files.asksWhoItIsFor()) {
            LOGGED_OUT.send(response);
            return;
        }
        String name = path.substring(1);
        Optional<AppVersion> version = version(domain, id, request);
        if (name.equals("CommCare.ccz")) {
            archive(domain, id, version, request, response);
            return;
        }
        if (wantsDraft(request) && draft(domain, id, name, request, response)) {
            return;
        }
        if (version.isEmpty()) {
            missing(response);
            return;
        }
        if (name.equals("multimedia/commcare.zip")) {
            archives.sendMedia(version.get(), response);
            return;
        }
        Optional<BuildFile> file = files.file(version.get(), inProfile(name, request));
        if (file.isEmpty()) {
            missing(response);
        } else {
            boolean fixed = id.equals(version.get().buildId());
            send(version.get(), file.get(), fixed, request, response);
        }
    }

    /** The working copy where it is asked for, or where there is no version yet. */
    private void archive(
            String domain,
            String id,
            Optional<AppVersion> version,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var wanted = new Archives.Wanted(domain, profile(request), Archives.wantsMedia(request));
        if ((wantsDraft(request) || version.isEmpty()) && archives.sendDraft(id, wanted, request, response)) {
            return;
        }
        if (version.isEmpty()) {
            missing(response);
        } else {
            archives.send(version.get(), wanted, response);
        }
    }

    private static boolean wantsDraft(HttpServletRequest request) {
        return latest(request) && target(request).equals("save");
    }

    /** A file of the working copy as it is now; false, with nothing sent, if that cannot be built or has no such file. */
    private boolean draft(
            String domain, String id, String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<BuildFile> file =
                files.appOf(id).flatMap(appId -> archives.draftFile(appId, domain, inProfile(name, request), request));
        if (file.isPresent()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
            content(file.get(), request, response);
        }
        return file.isPresent();
    }

    private Optional<AppVersion> version(String domain, String id, HttpServletRequest request) {
        Asker asker = new Asker(
                "",
                username(request),
                domain,
                said(request.getHeader(DEVICE)).orElse(""),
                profile(request).orElse(""));
        if (!latest(request)) {
            return files.choose(id, Optional.empty(), asker);
        }
        return files.choose(id, Optional.of(target(target(request))), asker);
    }

    /** Where the working copy cannot be built, the newest version stands for it. */
    private static Target target(String named) {
        return switch (named) {
            case "" -> Target.OWN;
            case "release" -> Target.RELEASE;
            default -> Target.BUILD;
        };
    }

    private static String target(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("target")).orElse("");
    }

    private static boolean latest(HttpServletRequest request) {
        return "true".equals(request.getParameter("latest"));
    }

    private static String username(HttpServletRequest request) {
        return said(request.getParameter("username")).orElse("");
    }

    private static Optional<String> profile(HttpServletRequest request) {
        return said(request.getParameter(PROFILE)).filter(profile -> !profile.equals("None"));
    }

    /** What no phone says, because it is too long or no text, counts as not said. */
    private static Optional<String> said(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(said -> !said.isEmpty() && said.length() <= LONGEST_NAME && said.indexOf('\0') < 0);
    }

    private static String inProfile(String path, HttpServletRequest request) {
        return profile(request).map(profile -> profile + "/" + path).orElse(path);
    }

    /** @param fixed whether the address will always mean this version */
    private static void send(
            AppVersion version, BuildFile file, boolean fixed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean latest = !fixed || latest(request);
        if (latest) {
            // A phone without a name gets its version by its own id; nobody may keep that for others.
            response.setHeader(HttpHeaders.VARY, DEVICE);
        }
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(latest ? Duration.ofMinutes(1) : Duration.ofDays(365))
                        .cachePublic()
                        .getHeaderValue());
        if (version.releasedAt() != null && version.released() && isProfile(file.path())) {
            response.setHeader(RELEASED_ON, RELEASED_FORMAT.format(version.releasedAt()));
        }
        content(file, request, response);
    }

    private static void content(BuildFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String etag = "\"" + file.digest() + "\"";
        response.setHeader(HttpHeaders.ETAG, etag);
        if (etag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        response.setContentType(typeOf(file.path()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(file.content().length);
        response.getOutputStream().write(file.content());
    }

    private static boolean isProfile(String path) {
        return path.endsWith(".ccpr") || path.endsWith("profile.xml");
    }

    private static String typeOf(String path) {
        return path.endsWith(".ccpr")
                ? "commcare/profile"
                : path.endsWith(".txt") ? "text/plain;charset=UTF-8" : "text/xml;charset=UTF-8";
    }

    private static void missing(HttpServletResponse response) throws IOException {
        Answer.text(HttpStatus.NOT_FOUND, "There is no such file of an app.").send(response);
    }
}

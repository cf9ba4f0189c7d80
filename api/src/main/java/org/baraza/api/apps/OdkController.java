// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.baraza.apps.AppVersion;
import org.baraza.apps.Asker;
import org.baraza.apps.InstallFiles;
import org.baraza.apps.Versions;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;

/**
 * Ways to get a version onto a phone: codes for its camera, a page to open on it, short links to write down (generated build,
 * section 11). Nobody has to be signed in but to ask for a short link.
 */
@Controller
final class OdkController {
    private static final String ODK = "/a/{domain}/apps/odk/{id:[\\w-]+}";
    private static final String SHORT = "/a/{domain}/i/{code:[0-9a-f]{12}}";

    private final InstallFiles files;
    private final Versions versions;
    private final PublicAddress address;

    OdkController(InstallFiles files, Versions versions, PublicAddress address) {
        this.files = files;
        this.versions = versions;
        this.address = address;
    }

    @GetMapping({ODK + "/qr_code", ODK + "/qr_code/"})
    void code(
            @PathVariable String domain,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        picture(profile(domain, id, "profile.ccpr", request), response);
    }

    @GetMapping({ODK + "/media_qr_code", ODK + "/media_qr_code/"})
    void mediaCode(
            @PathVariable String domain,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        picture(profile(domain, id, "media_profile.ccpr", request), response);
    }

    /** Where phones find the profile of the version that is meant; refuses what there is none of. */
    private String profile(String domain, String id, String file, HttpServletRequest request) {
        AppVersion version = files.choose(id, Optional.empty(), Asker.NOBODY)
                .orElseThrow(() -> new Refused(new Problem.NotFound("app")));
        String profile = Optional.ofNullable(request.getParameter("profile"))
                .filter(given -> given.matches("[\\w-]{1,64}"))
                .map(given -> "?profile=" + given)
                .orElse("");
        return address.of(request) + "/a/" + domain + "/apps/download/" + version.buildId() + "/" + file + profile;
    }

    private static void picture(String text, HttpServletResponse response) throws IOException {
        byte[] png = QrCode.of(text);
        response.setContentType("image/png");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
        response.setContentLength(png.length);
        response.getOutputStream().write(png);
    }

    @GetMapping({ODK + "/install", ODK + "/install/"})
    void page(
            @PathVariable String domain,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        show(profile(domain, id, "profile.ccpr", request), "../qr_code/", request, response);
    }

    @GetMapping({ODK + "/media_install", ODK + "/media_install/"})
    void mediaPage(
            @PathVariable String domain,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        show(profile(domain, id, "media_profile.ccpr", request), "../media_qr_code/", request, response);
    }

    /** Opened on a phone, the link is taken by the app that runs apps; opened elsewhere, a phone takes the code. */
    private static void show(String profile, String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String query = profile.contains("?") ? profile.substring(profile.indexOf('?')) : "";
        String picture = (request.getRequestURI().endsWith("/") ? code : code.substring(3)) + query;
        String link = HtmlUtils.htmlEscape(profile);
        String html = """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Install</title></head>
                <body>
                <h1>Install on this phone</h1>
                <p><a href="%s">Open in CommCare</a></p>
                <p><img src="%s" alt="Code to scan with CommCare" width="300" height="300"></p>
                <p><code>%s</code></p>
                </body>
                </html>
                """.formatted(link, HtmlUtils.htmlEscape(picture), link);
        response.setHeader("Content-Security-Policy", "default-src 'none'; img-src 'self'; frame-ancestors 'none'");
        Answer.of(HttpStatus.OK, "text/html;charset=UTF-8", html.getBytes(StandardCharsets.UTF_8))
                .send(response);
    }

    @GetMapping({ODK + "/short_url", ODK + "/short_url/"})
    void shortArchive(
            ProjectAccess who, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        shortened(who, id, "/ccz", request).send(response);
    }

    @GetMapping({ODK + "/short_odk_url", ODK + "/short_odk_url/"})
    void shortPage(ProjectAccess who, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        shortened(who, id, "", request).send(response);
    }

    @GetMapping({ODK + "/short_odk_media_url", ODK + "/short_odk_media_url/"})
    void shortMediaPage(
            ProjectAccess who, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        shortened(who, id, "/media", request).send(response);
    }

    private Answer shortened(ProjectAccess who, String id, String end, HttpServletRequest request) {
        who.requireEither(Permission.VIEW_APPS, Permission.EDIT_APPS);
        String code = files.choose(id, Optional.empty(), Asker.NOBODY)
                .flatMap(version -> versions.find(who, version.buildId()))
                .map(AppVersion::installCode)
                .orElseThrow(() -> new Refused(new Problem.NotFound("version")));
        return Answer.text(HttpStatus.OK, address.of(request) + "/a/" + who.projectName() + "/i/" + code + end);
    }

    @GetMapping({SHORT, SHORT + "/"})
    void open(@PathVariable String domain, @PathVariable String code, HttpServletResponse response) throws IOException {
        lead(domain, code, "odk/%s/install/", response);
    }

    @GetMapping({SHORT + "/media", SHORT + "/media/"})
    void openMedia(@PathVariable String domain, @PathVariable String code, HttpServletResponse response)
            throws IOException {
        lead(domain, code, "odk/%s/media_install/", response);
    }

    @GetMapping({SHORT + "/ccz", SHORT + "/ccz/"})
    void openArchive(@PathVariable String domain, @PathVariable String code, HttpServletResponse response)
            throws IOException {
        lead(domain, code, "download/%s/CommCare.ccz", response);
    }

    private void lead(String domain, String code, String to, HttpServletResponse response) throws IOException {
        String buildId =
                files.coded(code).map(AppVersion::buildId).orElseThrow(() -> new Refused(new Problem.NotFound("link")));
        URI target = URI.create("/a/" + domain + "/apps/" + to.formatted(buildId));
        Answer.empty(HttpStatus.FOUND)
                .with(HttpHeaders.LOCATION, target.toString())
                .send(response);
    }
}

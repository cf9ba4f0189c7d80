// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.baraza.apps.AppVersion;
import org.baraza.apps.Asker;
import org.baraza.apps.InstallFiles;
import org.baraza.apps.InstallFiles.Target;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whole apps as one archive, for phones without a network and for web apps, which ask without signing in (device engine, section c):
 * whoever knows an app's id may install it.
 */
@RestController
final class ArchiveController {
    private static final String PATH = "/a/{domain}/apps/api/download_ccz";

    private final InstallFiles files;
    private final Archives archives;

    ArchiveController(InstallFiles files, Archives archives) {
        this.files = files;
        this.archives = archives;
    }

    /** A certain version, the newest that is wanted, or the working copy as it is now. */
    @GetMapping({PATH, PATH + "/"})
    void archive(@PathVariable String domain, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String appId = parameter(request, "app_id").orElse("");
        if (appId.isEmpty()) {
            error(HttpStatus.BAD_REQUEST, "You must specify `app_id` in your GET parameters")
                    .send(response);
            return;
        }
        String latest = parameter(request, "latest").orElse("save");
        if (!List.of("release", "build", "save").contains(latest)) {
            error(HttpStatus.BAD_REQUEST, "`latest` must be one of: release, build, save")
                    .send(response);
            return;
        }
        Optional<String> number = parameter(request, "version");
        Archives.Wanted wanted = new Archives.Wanted(domain, Optional.empty(), Archives.wantsMedia(request));
        if (number.isEmpty() && latest.equals("save") && archives.sendDraft(appId, wanted, request, response)) {
            return;
        }
        Optional<AppVersion> version = number.isPresent()
                ? files.numbered(appId, number.get())
                : files.choose(
                        appId, Optional.of(latest.equals("release") ? Target.RELEASE : Target.BUILD), Asker.NOBODY);
        if (version.isEmpty()) {
            error(HttpStatus.NOT_FOUND, "Unable to find app. Please check `app_id` and `latest`.")
                    .send(response);
            return;
        }
        archives.send(version.get(), wanted, response);
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(value -> value.indexOf('\0') < 0);
    }

    private static Answer error(HttpStatus status, String message) {
        return Answer.json(
                status,
                JsonMapper.shared().createObjectNode().put("status", "error").put("message", message));
    }
}

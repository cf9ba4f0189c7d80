// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.baraza.apps.AppMedia;
import org.baraza.apps.MediaFile;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** Media files of apps, under the addresses that phones find in a media suite. The id says which project a file is of. */
@Controller
final class MediaController {
    private static final String FILE = "/hq/multimedia/file/{kind:CommCare\\w+}/{mediaId}";
    private static final String FOR_A_YEAR = String.valueOf(
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().getHeaderValue());

    private final AppMedia media;

    MediaController(AppMedia media) {
        this.media = media;
    }

    @GetMapping({FILE, FILE + "/", FILE + "/{name}", FILE + "/{name}/"})
    void file(@PathVariable String mediaId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<ProjectId> project = AppMedia.projectOf(mediaId);
        Optional<MediaFile> file = project.flatMap(id -> ProjectScope.in(id, () -> media.find(mediaId)));
        if (project.isEmpty() || file.isEmpty()) {
            Answer.text(HttpStatus.NOT_FOUND, "There is no such media file.").send(response);
            return;
        }
        if (new ServletWebRequest(request, response)
                .checkNotModified("\"" + file.get().digest() + "\"")) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_A_YEAR);
            return;
        }
        try (InputStream content =
                ProjectScope.<InputStream, IOException>in(project.get(), () -> media.open(file.get()))) {
            response.setContentType(file.get().contentType());
            response.setContentLengthLong(file.get().length());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
            response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_A_YEAR);
            content.transferTo(response.getOutputStream());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.baraza.api.problems.Answer;
import org.baraza.apps.AppMedia;
import org.baraza.apps.AppVersion;
import org.baraza.apps.InstallFiles;
import org.baraza.apps.compile.Build;
import org.baraza.apps.compile.Ccz;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends the archive that an app is installed from without a network. */
@Component
final class Archives {
    private static final int MOST_AT_ONCE = 4;

    private final InstallFiles files;
    private final AppMedia media;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

    Archives(InstallFiles files, AppMedia media) {
        this.files = files;
        this.media = media;
    }

    /** The media of a version alone, for phones that got the rest without. */
    void sendMedia(AppVersion version, HttpServletResponse response) throws IOException {
        inTurn(response, () -> writeMedia(version, response));
    }

    private void writeMedia(AppVersion version, HttpServletResponse response) throws IOException {
        Build build = files.build(version).withMedia(this::isHere);
        attach("commcare.zip", response);
        Ccz.writeMedia(build, file -> media.open(file.multimediaId()), response.getOutputStream());
    }

    /** Whoever comes while others fill their archives is asked to come again: an archive takes memory, and anybody may ask. */
    void send(AppVersion version, Optional<String> profile, boolean withMedia, HttpServletResponse response)
            throws IOException {
        inTurn(response, () -> write(version, profile, withMedia, response));
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private void inTurn(HttpServletResponse response, Writing writing) throws IOException {
        if (!turns.tryAcquire()) {
            Answer.text(HttpStatus.SERVICE_UNAVAILABLE, "Too many archives are being made; try again soon.")
                    .with(HttpHeaders.RETRY_AFTER, "5")
                    .send(response);
            return;
        }
        try {
            writing.run();
        } finally {
            turns.release();
        }
    }

    private void write(AppVersion version, Optional<String> profile, boolean withMedia, HttpServletResponse response)
            throws IOException {
        Build build = withMedia ? files.build(version).withMedia(this::isHere) : files.build(version);
        attach("app-v" + version.number() + ".ccz", response);
        Optional<Ccz.MediaBytes> bytes =
                withMedia ? Optional.of(file -> media.open(file.multimediaId())) : Optional.empty();
        Ccz.write(build, profile, bytes, response.getOutputStream());
    }

    private static void attach(String name, HttpServletResponse response) {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    /** Media of an app that came from elsewhere may never have followed it. */
    private boolean isHere(Build.MediaFile file) {
        return media.find(file.multimediaId()).isPresent();
    }
}

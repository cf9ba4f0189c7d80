// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.baraza.api.problems.Answer;
import org.baraza.apps.AppMedia;
import org.baraza.apps.AppVersion;
import org.baraza.apps.BuildFile;
import org.baraza.apps.Drafts;
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
    private final Drafts drafts;
    private final AppMedia media;
    private final PublicAddress address;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

    Archives(InstallFiles files, Drafts drafts, AppMedia media, PublicAddress address) {
        this.files = files;
        this.drafts = drafts;
        this.media = media;
        this.address = address;
    }

    /**
     * What of an app is wanted.
     *
     * @param domain the project's name in addresses
     * @param profile a language profile, none for the whole app
     */
    record Wanted(String domain, Optional<String> profile, boolean withMedia) {}

    static boolean wantsMedia(HttpServletRequest request) {
        return "true".equals(request.getParameter("include_multimedia"));
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
    private interface Filling {
        void fill() throws IOException;
    }

    private void inTurn(HttpServletResponse response, Filling filling) throws IOException {
        if (!turns.tryAcquire()) {
            Answer.text(HttpStatus.SERVICE_UNAVAILABLE, "Too many archives are being made; try again soon.")
                    .with(HttpHeaders.RETRY_AFTER, "5")
                    .send(response);
            return;
        }
        try {
            filling.fill();
        } finally {
            turns.release();
        }
    }

    void send(AppVersion version, Wanted wanted, HttpServletResponse response) throws IOException {
        inTurn(response, () -> write(files.build(version), files.nameOf(version), version.number(), wanted, response));
    }

    /** Sends the working copy as it is now; false, with nothing sent, if there is none that can be built. */
    boolean sendDraft(String appId, Wanted wanted, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AtomicBoolean answered = new AtomicBoolean(true);
        inTurn(response, () -> {
            Optional<Drafts.Draft> draft = drafts.of(appId, wanted.domain, address.of(request));
            answered.set(draft.isPresent());
            if (draft.isPresent()) {
                write(draft.get().build(), draft.get().appName(), draft.get().number(), wanted, response);
            }
        });
        return answered.get();
    }

    /** A file of the working copy as it is now; empty if it has none, or cannot be built. */
    Optional<BuildFile> draftFile(String appId, String domain, String path, HttpServletRequest request) {
        return drafts.file(appId, domain, address.of(request), path);
    }

    private void write(Build whole, String appName, int number, Wanted wanted, HttpServletResponse response)
            throws IOException {
        Build build = wanted.withMedia ? whole.withMedia(this::isHere) : whole;
        attach(wanted.domain + " - " + appName + " - v" + number + ".ccz", response);
        Optional<Ccz.MediaBytes> bytes =
                wanted.withMedia ? Optional.of(file -> media.open(file.multimediaId())) : Optional.empty();
        Ccz.write(build, wanted.profile, bytes, response.getOutputStream());
    }

    private static void attach(String name, HttpServletResponse response) {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    /** Media of an app that came from elsewhere may never have followed it. */
    private boolean isHere(Build.MediaFile file) {
        return media.find(file.multimediaId()).isPresent();
    }
}

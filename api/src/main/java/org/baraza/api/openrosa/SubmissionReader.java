// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.baraza.forms.Submission;
import org.baraza.forms.Submission.Envelope;
import org.baraza.identity.Actor;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.openrosa.InflatedBody;
import org.baraza.openrosa.SubmissionBody;
import org.baraza.openrosa.multipart.MalformedBody;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.xml.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * Reads a submission off the wire (device protocol: request). The form goes to memory, files go straight to the blob
 * store; nothing else is buffered.
 */
final class SubmissionReader {
    private static final long LARGEST_INFLATED_BODY = 1024L * 1024 * 1024;
    private static final int LONGEST_HEADER = 255;
    /** Dates beyond are mistakes of a clock, and some of them cannot be stored. */
    private static final Instant EARLIEST_DATE = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST_DATE = Instant.parse("2500-01-01T00:00:00Z");

    private final BlobStore blobs;
    private final UnaryOperator<String> origins;
    private final Clock clock;

    SubmissionReader(BlobStore blobs, UnaryOperator<String> origins, Clock clock) {
        this.origins = origins;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** @param access who sends; empty for what needs no sign-in */
    Submission read(
            HttpServletRequest request, ProjectId project, Optional<ProjectAccess> access, @Nullable String appId)
            throws IOException {
        IncomingAttachments attachments = new IncomingAttachments(blobs, project);
        byte[] form = SubmissionBody.read(
                body(request),
                Optional.ofNullable(request.getContentType()).orElse(""),
                SubmissionBody.FORM_LIMIT_BYTES,
                // Nobody fills the store without signing in.
                access.isPresent() ? attachments : (headers, content) -> {});
        // A form has arrived when its last byte has: over a slow line others overtake it.
        Instant receivedOn = submitTime(request, access).orElseGet(clock::instant);
        return new Submission(form, receivedOn, envelope(request, access, appId), attachments.kept());
    }

    private static InputStream body(HttpServletRequest request) throws IOException {
        String encoding = Optional.ofNullable(request.getHeader("Content-Encoding"))
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> request.getInputStream();
            case "gzip", "x-gzip" -> InflatedBody.of(request.getInputStream(), LARGEST_INFLATED_BODY);
            default -> throw new MalformedBody(MalformedBody.Reason.NOT_GZIP);
        };
    }

    private Envelope envelope(HttpServletRequest request, Optional<ProjectAccess> access, @Nullable String appId) {
        String origin = appId == null ? null : origins.apply(appId);
        return new Envelope(
                request.getRequestURI(),
                origin,
                Objects.equals(appId, origin) ? null : appId,
                header(request, "X-OpenRosa-Version"),
                header(request, "X-CommCareHQ-LastSyncToken"),
                date(header(request, "Date")),
                request.getRemoteAddr(),
                access.map(ProjectAccess::actor).map(Actor::userId).orElse(null));
    }

    private static @Nullable String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null || value.length() > LONGEST_HEADER ? null : value;
    }

    private static @Nullable Instant date(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header));
            return date.isAfter(EARLIEST_DATE) && date.isBefore(LATEST_DATE) ? date : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** "Submitted as of" moves a form within the histories, so only who may change data by hand may say it. */
    private static Optional<Instant> submitTime(HttpServletRequest request, Optional<ProjectAccess> access) {
        return Optional.ofNullable(request.getHeader("X-Submit-Time"))
                .filter(time -> access.filter(SubmissionReader::mayImport).isPresent())
                .flatMap(Timestamps::parse);
    }

    private static boolean mayImport(ProjectAccess access) {
        return access.actor() instanceof Actor.WebUser && access.may(Permission.EDIT_DATA);
    }
}

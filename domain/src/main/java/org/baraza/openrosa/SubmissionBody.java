// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.baraza.openrosa.multipart.BodyTooLarge;
import org.baraza.openrosa.multipart.MalformedBody;
import org.baraza.openrosa.multipart.MultipartLimits;
import org.baraza.openrosa.multipart.MultipartReader;
import org.baraza.openrosa.multipart.Part;
import org.baraza.openrosa.multipart.PartHeaders;

/**
 * The body of a submission: the form in a file part of a fixed name and a file part for each attachment, or the form
 * alone as the whole body (device protocol: request).
 */
public final class SubmissionBody {

    /** The largest form a device may send: 10 MB. */
    public static final int FORM_LIMIT_BYTES = 10 * 1024 * 1024;

    private static final String FORM_PART = "xml_submission_file";

    private SubmissionBody() {}

    /** Takes attachments as they come, perhaps before the form; what it leaves unread is skipped. */
    @FunctionalInterface
    public interface Attachments {
        /**
         * Takes one attachment.
         *
         * @param content ends where the attachment ends; it must not be used after this call
         */
        void accept(PartHeaders headers, InputStream content) throws IOException;
    }

    /**
     * Reads a body to its end, hands the attachments on and returns the form's bytes.
     *
     * @param contentType of the request, empty if it names none
     * @throws MalformedBody if the body is broken, cut short or not a submission; attachments handed on by then are void
     * @throws BodyTooLarge if the form is larger than allowed
     */
    public static byte[] read(InputStream body, String contentType, int formLimitBytes, Attachments attachments)
            throws IOException {
        byte[] form = MultipartReader.isMultipart(contentType)
                ? fromParts(
                        MultipartReader.of(body, contentType, MultipartLimits.SUBMISSION), formLimitBytes, attachments)
                : whole(body, formLimitBytes);
        if (form.length == 0) {
            throw new MalformedBody(MalformedBody.Reason.EMPTY_FORM);
        }
        return form;
    }

    private static byte[] fromParts(MultipartReader parts, int formLimitBytes, Attachments attachments)
            throws IOException {
        Optional<byte[]> form = Optional.empty();
        for (Optional<Part> next = parts.next(); next.isPresent(); next = parts.next()) {
            Part part = next.get();
            if (part.headers().filename().isEmpty()) {
                throw new MalformedBody(MalformedBody.Reason.FORM_FIELD);
            }
            if (!part.headers().name().equals(FORM_PART)) {
                attachments.accept(part.headers(), part.content());
            } else if (form.isPresent()) {
                throw new MalformedBody(MalformedBody.Reason.SEVERAL_FORMS);
            } else {
                form = Optional.of(part.bytes(formLimitBytes));
            }
        }
        return form.orElseThrow(() -> new MalformedBody(MalformedBody.Reason.NO_FORM));
    }

    private static byte[] whole(InputStream body, int formLimitBytes) throws IOException {
        byte[] form = body.readNBytes(formLimitBytes + 1);
        if (form.length > formLimitBytes) {
            throw new BodyTooLarge(formLimitBytes);
        }
        return form;
    }
}

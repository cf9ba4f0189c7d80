// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as it came over the wire, before anything of it was read.
 *
 * @param xml the raw bytes
 * @param receivedOn when it arrived, or when somebody who may say so says it did
 * @param envelope what came around it
 */
public record Submission(byte[] xml, Instant receivedOn, Envelope envelope, List<Attachment> attachments) {

    /**
     * What the request said beside the form.
     *
     * @param appId application that the path means
     * @param buildId version in the path; null where it names the application or nothing
     * @param syncToken restore id of the device's last sync
     * @param submittedBy user id of whoever authenticated, who need not be the user of the form
     */
    public record Envelope(
            String path,
            @Nullable String appId,
            @Nullable String buildId,
            @Nullable String openRosaVersion,
            @Nullable String syncToken,
            @Nullable Instant dateHeader,
            @Nullable String address,
            @Nullable String submittedBy) {

        /** The same for content that somebody else put in its place, of which no phone knows. */
        Envelope correctedBy(String userId) {
            return new Envelope(path, appId, buildId, openRosaVersion, null, dateHeader, address, userId);
        }
    }

    /**
     * A file that came with the form, already in the blob store.
     *
     * @param blobKey null when the bytes were not kept
     * @param setAside why it does not count as an attachment of the form; null for an ordinary one
     */
    public record Attachment(
            String name,
            String contentType,
            long length,
            @Nullable String blobKey,
            @Nullable String setAside) {}
}

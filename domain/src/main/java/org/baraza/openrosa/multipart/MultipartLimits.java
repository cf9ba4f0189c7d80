// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa.multipart;

/**
 * How much of a multipart body is put up with beside the content of its parts.
 *
 * @param parts most parts
 * @param headerBytes most bytes of the headers of one part, and of whatever stands before the first
 */
public record MultipartLimits(int parts, int headerBytes) {

    /** What a submission may bring: many more files than count as attachments, since those are only set aside. */
    public static final MultipartLimits SUBMISSION = new MultipartLimits(1_000, 8 * 1024);

    public MultipartLimits {
        if (parts < 1 || headerBytes < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}

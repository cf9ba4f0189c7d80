// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa.multipart;

import java.io.IOException;
import java.io.InputStream;

/**
 * One part, to be read while it is the current one; what the reader of a part leaves is skipped.
 *
 * @param content the part's bytes, streamed; its end is a boundary that was seen
 */
public record Part(PartHeaders headers, InputStream content) {

    /** The whole content in memory, if it is no larger than that. */
    public byte[] bytes(int limitBytes) throws IOException {
        byte[] bytes = content.readNBytes(limitBytes);
        if (bytes.length == limitBytes && content.read() >= 0) {
            throw new BodyTooLarge(limitBytes);
        }
        return bytes;
    }
}

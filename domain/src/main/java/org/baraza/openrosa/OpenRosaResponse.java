// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import org.baraza.xml.XmlWriter;

/** The answer devices understand: one message of some nature (device protocol: answers). */
public final class OpenRosaResponse {

    /** The message of a form that was processed. */
    public static final String THANKS = "   √   ";

    private static final String SYNC = "http://commcarehq.org/sync";
    private static final String NAMESPACE = "http://openrosa.org/http/response";

    private OpenRosaResponse() {}

    /**
     * Tells a device to come back for its restore, and how far that is.
     *
     * @param retryAfterSeconds more than nothing, or devices give up
     */
    public static byte[] writePending(int done, int total, int retryAfterSeconds) {
        return XmlWriter.bytes(answer -> answer.start("OpenRosaResponse")
                .attribute("xmlns", NAMESPACE)
                .start("message")
                .attribute("nature", OpenRosaNature.OTA_RESTORE_PENDING.wireName())
                .text("Your data is being prepared.")
                .end()
                .start("Sync")
                .attribute("xmlns", SYNC)
                .start("progress")
                .attribute("done", Integer.toString(done))
                .attribute("total", Integer.toString(total))
                .attribute("retry-after", Integer.toString(retryAfterSeconds))
                .end()
                .end()
                .end());
    }

    /** The answer's body in UTF-8. */
    public static byte[] write(OpenRosaNature nature, String message) {
        return write(nature, message, _ -> {});
    }

    /** As {@link #write(OpenRosaNature, String)}, with more behind the message. */
    public static byte[] write(OpenRosaNature nature, String message, XmlWriter.Content more) {
        return XmlWriter.bytes(answer -> {
            answer.start("OpenRosaResponse")
                    .attribute("xmlns", NAMESPACE)
                    .start("message")
                    .attribute("nature", nature.wireName())
                    .text(message)
                    .end();
            more.writeTo(answer);
            answer.end();
        });
    }
}

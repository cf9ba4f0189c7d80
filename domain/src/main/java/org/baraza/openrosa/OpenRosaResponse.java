// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import org.baraza.xml.XmlWriter;

/** The answer devices understand: one message of some nature (device protocol: answers). */
public final class OpenRosaResponse {

    /** The message of a form that was processed. */
    public static final String THANKS = "   √   ";

    private static final String NAMESPACE = "http://openrosa.org/http/response";

    private OpenRosaResponse() {}

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

// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import java.io.IOException;
import java.time.Instant;
import org.baraza.xml.Timestamps;
import org.baraza.xml.XmlWriter;

/**
 * The meta block of a form that is written here; {@link FormMeta} reads it again.
 *
 * @param instanceId the form's id
 * @param userId whose work it is
 * @param deviceId where it was made; for forms of the server the part of it that made them
 */
public record MetaBlock(
        String instanceId, String userId, String username, String deviceId, Instant timeStart, Instant timeEnd)
        implements XmlWriter.Content {
    private static final String NAMESPACE = "http://openrosa.org/jr/xforms";

    @Override
    public void writeTo(XmlWriter xml) throws IOException {
        xml.start("meta")
                .attribute("xmlns", NAMESPACE)
                .element("deviceID", deviceId)
                .element("timeStart", Timestamps.format(timeStart))
                .element("timeEnd", Timestamps.format(timeEnd))
                .element("username", username)
                .element("userID", userId)
                .element("instanceID", instanceId)
                .end();
    }
}

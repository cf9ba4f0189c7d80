// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import org.baraza.openrosa.OpenRosaNature;
import org.baraza.openrosa.OpenRosaResponse;
import org.baraza.xml.XmlWriter;

/** Keys as phones read them: the keys as a child of the answer, times without fractions, the id before the key. */
final class KeyAnswer {
    private KeyAnswer() {}

    static byte[] write(String projectName, List<KeyRecord> keys, Instant now) {
        return OpenRosaResponse.write(OpenRosaNature.SUBMIT_SUCCESS, "Here are your keys!", answer -> {
            answer.start("auth_keys").attribute("domain", projectName).attribute("issued", time(now));
            for (KeyRecord key : keys) {
                record(answer, key);
            }
            answer.end();
        });
    }

    private static void record(XmlWriter answer, KeyRecord key) throws IOException {
        answer.start("key_record")
                .attribute("valid", time(key.validFrom()))
                .attribute("expires", time(key.expiresOn()))
                .element("uuid", key.id().toString())
                .start("key")
                .attribute("type", "AES256")
                .text(Base64.getEncoder().encodeToString(key.key()))
                .end()
                .end();
    }

    /** All of them are whole seconds. */
    private static String time(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time);
    }
}

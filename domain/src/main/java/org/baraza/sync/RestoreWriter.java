// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.baraza.fixtures.Fixture;
import org.baraza.xml.XmlWriter;

/** Writes what surrounds the cases of a payload, in the order devices demand (device protocol: payload). */
final class RestoreWriter {
    /** Message, sync and registration. */
    static final int FIXED_ITEMS = 3;

    private static final String RESPONSE = "http://openrosa.org/http/response";
    private static final String SYNC = "http://commcarehq.org/sync";
    private static final String REGISTRATION = "http://openrosa.org/user/registration";
    /** Devices ask for an element, and no password leaves the server. */
    private static final String NO_PASSWORD = "x";

    private final XmlWriter out;

    RestoreWriter(XmlWriter out) {
        this.out = out;
    }

    /** Starts the document without saying how many elements it has. */
    void start() throws IOException {
        out.start("OpenRosaResponse").attribute("xmlns", RESPONSE);
    }

    /** @param items how many elements the root has, the message included */
    void start(long items) throws IOException {
        start();
        out.attribute("items", Long.toString(items));
    }

    void head(String restoreId, Recipient recipient) throws IOException {
        out.start("message")
                .attribute("nature", "ota_restore_success")
                .text("Successfully restored account " + recipient.username() + "!")
                .end();
        out.start("Sync")
                .attribute("xmlns", SYNC)
                .element("restore_id", restoreId)
                .end();
        registration(recipient);
    }

    private void registration(Recipient recipient) throws IOException {
        out.start("Registration")
                .attribute("xmlns", REGISTRATION)
                .element("username", recipient.username())
                .element("password", NO_PASSWORD)
                .element("uuid", recipient.userId())
                .element("date", recipient.registeredOn().toString())
                .start("user_data");
        for (Map.Entry<String, String> data : recipient.userData().entrySet()) {
            out.start("data")
                    .attribute("key", data.getKey())
                    .text(data.getValue())
                    .end();
        }
        out.end().end();
    }

    void fixtures(List<Fixture> fixtures) throws IOException {
        for (Fixture fixture : fixtures) {
            fixture.writeTo(out);
        }
    }

    void end() throws IOException {
        out.end();
    }
}

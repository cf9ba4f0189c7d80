// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.baraza.xml.XmlElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.baraza.xml.XmlRejected;

/** What an OpenRosa answer says. */
public record OpenRosa(String nature, String message) {

    /** Reads an answer; fails unless it has exactly one message. */
    public static OpenRosa of(HttpResponse<String> answer) {
        try {
            XmlElement root = XmlReader.read(answer.body().getBytes(StandardCharsets.UTF_8), XmlLimits.FORM);
            assertThat(root.namespace()).isEqualTo("http://openrosa.org/http/response");
            assertThat(root.children()).hasSize(1);
            XmlElement message = root.children().getFirst();
            return new OpenRosa(message.attribute("nature").orElseThrow(), message.text());
        } catch (XmlRejected e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.json;

import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is read of the meta block of a form. */
@ExtendWith(WholeServer.class)
final class FormMetadataTest {
    @Test
    void whatHasAttributesIsWrittenInOneLineAndVersionAndPlaceAreTheirTexts(Server server) {
        Place place = Place.of(server, "metadata");
        place.worker("amina");
        var sent = place.phone("amina").submit("""
                <data xmlns="http://openrosa.org/formdesigner/meta" name="Visit">
                  <meta xmlns="http://openrosa.org/jr/xforms">
                    <deviceID kind="tablet">d1</deviceID>
                    <drift><seconds>3</seconds><since>yesterday</since></drift>
                    <timeStart>2026-01-01</timeStart>
                    <timeEnd>soon</timeEnd>
                    <username>amina</username>
                    <instanceID>meta-1</instanceID>
                    <appVersion xmlns="http://commcarehq.org/xforms">2.54.0</appVersion>
                    <location xmlns="http://commcarehq.org/xforms" from="gps">1.5 2.5 0 0</location>
                  </meta>
                </data>""");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        var metadata = json(place.client()
                        .get("/a/metadata/api/form/v1/meta-1/", "Authorization", place.authorization()))
                .path("metadata");
        assertThat(metadata.path("deviceID").asString()).isEqualTo("@kind:tablet, #text:d1");
        assertThat(metadata.path("drift").asString()).isEqualTo("seconds:3, since:yesterday");
        assertThat(metadata.path("timeStart").asString()).isEqualTo("2026-01-01T00:00:00.000000Z");
        assertThat(metadata.path("timeEnd").isNull()).isTrue();
        assertThat(metadata.path("appVersion").asString()).isEqualTo("2.54.0");
        assertThat(metadata.path("location").asString()).isEqualTo("1.5 2.5 0 0");
        assertThat(metadata.path("geo_point").asString()).isEqualTo("1.5 2.5 0 0");
    }
}

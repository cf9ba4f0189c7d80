// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.Assertions;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.OpenRosa;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bodies that mean harm, or look as if they did. After each, the next good form is taken and the server is well. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileSubmissionsTest {
    private static final String XML = "text/xml";
    private static final String[] GZIP = {"Content-Encoding", "gzip", "X-OpenRosa-Version", "3.0"};

    private Place place;
    private String amina;
    private Phone phone;

    @BeforeAll
    void aProjectWithAWorker(Server server) {
        place = Place.of(server, "hostile");
        amina = place.worker("amina");
        phone = place.phone("amina");
    }

    @AfterEach
    void theNextFormIsTakenAndTheServerIsWell() {
        String id = UUID.randomUUID().toString();
        assertThat(phone.submit(visit(id)).statusCode()).isEqualTo(201);
        assertThat(form(id).path("state").asString()).isEqualTo("NORMAL");
        assertThat(json(place.client().get("/actuator/health")).path("status").asString())
                .isEqualTo("UP");
    }

    @Test
    void aCompressedBodyIsAFormLikeAnyOther() {
        assertThat(phone.post("receiver/", XML, gzip(visit("gzip-raw").getBytes(UTF_8)), GZIP)
                        .statusCode())
                .isEqualTo(201);
        byte[] parts = Multipart.of(visit("gzip-parts")).bytes();
        assertThat(phone.post("receiver/", Multipart.TYPE, gzip(parts), GZIP).statusCode())
                .isEqualTo(201);
        assertThat(form("gzip-raw").path("xml").asString()).isEqualTo(visit("gzip-raw"));
        assertThat(form("gzip-parts").path("xml").asString()).isEqualTo(visit("gzip-parts"));
    }

    @Test
    void whatSwellsBeyondMeasureOrIsNotWhatItSaysIsRefused() {
        byte[] zeros = new byte[200 * 1024 * 1024];
        assertThat(phone.post("receiver/", XML, gzip(zeros), GZIP).statusCode()).isEqualTo(413);
        byte[] bomb = Multipart.of(visit("bomb"))
                .file("a.jpg", "a.jpg", "image/jpeg", zeros)
                .bytes();
        assertThat(phone.post("receiver/", Multipart.TYPE, gzip(bomb), GZIP).statusCode())
                .isEqualTo(413);
        assertThat(phone.post("receiver/", XML, visit("plain").getBytes(UTF_8), GZIP)
                        .statusCode())
                .isEqualTo(400);
        byte[] whole = gzip(visit("cut").getBytes(UTF_8));
        assertThat(phone.post("receiver/", XML, java.util.Arrays.copyOf(whole, whole.length - 12), GZIP)
                        .statusCode())
                .isEqualTo(400);
        assertThat(form("bomb").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 40})
    void aFormOverTenMegabytesIsTooLarge(int megabytes) {
        String large = visit("large").replace("</data>", "<x>" + "a".repeat(megabytes << 20) + "</x></data>");
        HttpResponse<String> raw = phone.post("receiver/", XML, large.getBytes(UTF_8));
        assertThat(raw.statusCode()).isEqualTo(413);
        assertThat(raw.body()).isEqualTo("Form exceeds 10MB size limit");
        assertThat(phone.submit(large).statusCode()).isEqualTo(413);
        assertThat(form("large").isNull()).isTrue();
    }

    @Test
    void deepNestingIsKeptAsAnErrorLog() {
        assertKeptAsLog(("<data xmlns='http://example.org/x'>" + "<a>".repeat(1_000) + "</a>".repeat(1_000) + "</data>")
                .getBytes(UTF_8));
    }

    @Test
    void entitiesAreNeitherFetchedNorExpanded() throws IOException {
        try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            trap.setSoTimeout(200);
            String url = "http://127.0.0.1:" + trap.getLocalPort() + "/x";
            for (String document : new String[] {
                "<!DOCTYPE d SYSTEM '" + url + "'><d xmlns='u'/>",
                "<!DOCTYPE d [<!ENTITY % x SYSTEM '" + url + "'> %x;]><d xmlns='u'/>",
                "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d xmlns='u'>&x;</d>",
                "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '" + "&a;".repeat(1_000) + "'><!ENTITY c '"
                        + "&b;".repeat(1_000) + "'>]><d xmlns='u'>" + "&c;".repeat(1_000) + "</d>"
            }) {
                assertThat(assertKeptAsLog(document.getBytes(UTF_8)).message()).doesNotContain("root:");
            }
            Assertions.assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(trap::accept);
        }
    }

    @Test
    void whatIsNoTextIsKeptAsAnErrorLog() {
        assertKeptAsLog(visit("nul").replace("</data>", "\u0000</data>").getBytes(UTF_8));
        assertKeptAsLog(visit("nul").replace("</data>", "&#0;</data>").getBytes(UTF_8));
        assertKeptAsLog(visit("latin").replace("</data>", "\u00e9</data>").getBytes(ISO_8859_1));
        assertKeptAsLog("not xml".getBytes(UTF_8));
        assertKeptAsLog("<data><a/></data>".getBytes(UTF_8));
    }

    /** Whatever the version of the client, the bytes are kept and it is told not to come again with them. */
    private OpenRosa assertKeptAsLog(byte[] document) {
        int before = logs();
        for (String version : new String[] {"3.0", "1.0"}) {
            HttpResponse<String> answer = phone.post("receiver/", XML, document, "X-OpenRosa-Version", version);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(OpenRosa.of(answer).nature()).isEqualTo("processing_failure");
            assertThat(OpenRosa.of(answer).message()).startsWith("There was an error processing the form: ");
            String id = header(answer, "X-CommCareHQ-FormID");
            assertThat(form(id).path("state").asString()).isEqualTo("SUBMISSION_ERROR_LOG");
            assertThat(form(id).path("xmlns").asString()).isEmpty();
            byte[] kept = place.client()
                    .download(
                            "/a/hostile/api/form/attachment/" + id + "/form.xml",
                            "Authorization",
                            place.authorization())
                    .body();
            assertThat(kept).isEqualTo(document);
        }
        assertThat(logs()).isEqualTo(before + 2);
        HttpResponse<String> answer = phone.submit(Multipart.of(document));
        assertThat(answer.statusCode()).isEqualTo(422);
        return OpenRosa.of(answer);
    }

    private int logs() {
        return place.read("forms(first: 1, filter: {states: [SUBMISSION_ERROR_LOG]}) { totalCount }")
                .at("/forms/totalCount")
                .asInt();
    }

    @Test
    void partsWithoutEndOrSenseAreRefused() {
        Multipart many = Multipart.of(visit("many"));
        for (int part = 0; part < 10_000; part++) {
            many.file("p" + part, "p.jpg", "image/jpeg", new byte[0]);
        }
        assertThat(phone.submit(many).statusCode()).isEqualTo(400);
        byte[] longHeader = Multipart.of(visit("long"))
                .file("a".repeat(1 << 20), "p.jpg", "image/jpeg", new byte[0])
                .bytes();
        assertThat(phone.post("receiver/", Multipart.TYPE, longHeader).statusCode())
                .isEqualTo(400);
        assertThat(phone.post(
                                "receiver/",
                                "multipart/form-data",
                                Multipart.of(visit("none")).bytes())
                        .statusCode())
                .isEqualTo(400);
        assertThat(form("many").isNull()).isTrue();
    }

    private static byte[] gzip(byte[] plain) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private String visit(String formId) {
        return FormXml.visit(formId, amina).text();
    }

    private JsonNode form(String formId) {
        return place.read("form(formId: \"" + formId + "\") { state xmlns xml }")
                .path("form");
    }
}

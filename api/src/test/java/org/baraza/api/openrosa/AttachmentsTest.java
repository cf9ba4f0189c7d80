// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Server.PASSWORD;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files that come with forms, from the phone to whoever looks at them. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AttachmentsTest {
    private static final String OLD = "/a/files/api/form/attachment/";
    private static final String NEW = "/a/files/api/form_attachment/v1/";

    private final Contract contract = new Contract();
    private Server server;
    private Place place;
    private String amina;
    private Phone phone;

    @BeforeAll
    void aProjectWithAWorker(Server whole) {
        server = whole;
        place = Place.of(whole, "files");
        amina = place.worker("amina");
        phone = place.phone("amina");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1706184352.jpg", "photo of mama (2).JPG", "f\u00e9e \u043c.png", "a+b&c=d?.mp4", "a'b,c.3gp"})
    void aFileComesBackByteForByteFromTheAddressThatItsFormGives(String name) {
        byte[] content = bytes(300_000);
        String id = "file-" + name.hashCode();
        submit(Multipart.of(visit(id)).file(name, "x.jpg", "image/jpeg", content));
        JsonNode attachment = attachments(id).get(0);
        assertThat(attachment.path("name").asString()).isEqualTo(name);
        assertThat(attachment.path("size").asInt()).isEqualTo(content.length);
        assertThat(attachment.path("setAside").isNull()).isTrue();
        HttpResponse<byte[]> file = download(attachment.path("url").asString());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(content);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(file.headers().firstValue("Content-Length")).hasValue("300000");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(file.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("sandbox"));
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(disposition -> assertThat(disposition).startsWith("attachment;"));
    }

    @Test
    void theRawFormIsAFileToo() {
        String xml = visit("raw").replace("</data>", "\n<x a='1'   >\u043c</x><!-- c --></data>");
        submit(Multipart.of(xml).file("form.xml", "form.xml", "application/octet-stream", bytes(10)));
        for (String path : new String[] {OLD, NEW}) {
            HttpResponse<byte[]> file = download(path + "raw/form.xml");
            assertThat(new String(file.body(), UTF_8)).isEqualTo(xml);
            assertThat(file.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
        }
        assertThat(download(OLD + "raw/form.xml%20(2)").body()).hasSize(10);
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhoMayNotReadIsTold() {
        submit(Multipart.of(visit("guarded")).file("a.jpg", "a.jpg", "image/jpeg", bytes(10)));
        for (String rest : new String[] {"guarded/b.jpg", "nothing/a.jpg", "nothing/form.xml"}) {
            HttpResponse<String> answer = get(OLD + rest, place.authorization());
            assertThat(answer.statusCode()).isEqualTo(404);
            contract.holds("get", "/a/{domain}/api/form_attachment/v1/{form_id}/{name}", answer);
        }
        HttpResponse<String> worker = get(OLD + "guarded/a.jpg", phone.authorization());
        assertThat(worker.statusCode()).isEqualTo(403);
        contract.holds("get", "/a/{domain}/api/form_attachment/v1/{form_id}/{name}", worker);
        server.webUser("looker@example.org");
        assertThat(get(OLD + "guarded/a.jpg", basic("looker@example.org", PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        assertThat(place.client().get(OLD + "guarded/a.jpg").statusCode()).isEqualTo(401);
    }

    @Test
    void filesThatDoNotBelongAreSetAsideAndTheFormIsTaken() {
        submit(Multipart.of(visit("odd"))
                .file("virus.exe", "virus.exe", "application/x-msdownload", bytes(10))
                .file("huge.jpg", "huge.jpg", "image/jpeg", new byte[(50 << 20) + 1])
                .file("nul\u0000name.jpg", "n.jpg", "image/\u0000jpeg", bytes(10))
                .file("fine.jpg", "fine.jpg", "image/jpeg", bytes(10)));
        Map<String, Boolean> kept = new TreeMap<>();
        attachments("odd").forEach(file -> {
            boolean here = file.path("setAside").isNull();
            assertThat(file.path("url").isNull()).isEqualTo(!here);
            kept.put(file.path("name").asString(), here);
        });
        assertThat(kept)
                .isEqualTo(Map.of("virus.exe", false, "huge.jpg", false, "nul_name.jpg", true, "fine.jpg", true));
        assertThat(download(OLD + "odd/virus.exe").statusCode()).isEqualTo(404);
        assertThat(download(OLD + "odd/huge.jpg").statusCode()).isEqualTo(404);
    }

    @Test
    void aHundredFilesAreTakenAndTheRestSetAside() {
        Multipart body = Multipart.of(visit("hundred"));
        for (int file = 0; file < 250; file++) {
            body.file("f" + file + ".jpg", "f.jpg", "image/jpeg", bytes(5));
        }
        submit(body);
        assertThat(attachments("hundred")
                        .valueStream()
                        .filter(file -> file.path("setAside").isNull()))
                .hasSize(100);
        assertThat(attachments("hundred")).hasSize(250);
    }

    private void submit(Multipart body) {
        assertThat(phone.submit(body).statusCode()).isEqualTo(201);
    }

    private JsonNode attachments(String formId) {
        return place.read("form(formId: \"" + formId + "\") { attachments { name contentType size url setAside } }")
                .at("/form/attachments");
    }

    private HttpResponse<byte[]> download(String path) {
        return place.client().download(path, "Authorization", place.authorization());
    }

    private HttpResponse<String> get(String path, String authorization) {
        return place.client().get(path, "Authorization", authorization);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private String visit(String formId) {
        return FormXml.visit(formId, amina).text();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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

/** The files that forms gave to cases. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CaseAttachmentsTest {
    private static final String PATH = "/a/{domain}/api/case/attachment/{case_id}/{name}";

    private final Contract contract = new Contract();
    private Place place;
    private String amina;
    private Phone phone;

    @BeforeAll
    void aProjectWithAWorker(Server whole) {
        place = Place.of(whole, "pictures");
        amina = place.worker("amina");
        phone = place.phone("amina");
    }

    @Test
    void aCaseHasTheFileThatItsLastFormGaveItUntilAFormTakesItAway() {
        send("p1", "first", "<photo src=\"a.jpg\" from=\"local\"/>", true);
        assertThat(text("p1", "photo")).isEqualTo("first");
        send("p1", "second", "<photo src=\"a.jpg\" from=\"local\"/><scan src=\"a.jpg\" from=\"local\"/>", false);
        send("p1", "third", "<other src=\"missing.jpg\" from=\"local\"/>", false);
        assertThat(text("p1", "photo")).isEqualTo("second");
        assertThat(text("p1", "scan")).isEqualTo("second");
        assertMissing("p1", "other");
        assertMissing("p1", "nothing");
        assertMissing("nobody", "photo");
        HttpResponse<byte[]> file = place.client()
                .download("/a/pictures/api/case/attachment/p1/photo/", "Authorization", place.authorization());
        assertThat(file.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        send("p1", "fourth", "<photo/>", false);
        assertMissing("p1", "photo");
        assertThat(text("p1", "scan")).isEqualTo("second");
    }

    @Test
    void whoMayNotReadIsTold() {
        send("p2", "first", "<photo src=\"a.jpg\" from=\"local\"/>", true);
        HttpResponse<String> worker = get("p2", "photo", phone.authorization());
        assertThat(worker.statusCode()).isEqualTo(403);
        contract.holds("get", PATH, worker);
        assertThat(place.client()
                        .get("/a/pictures/api/case/attachment/p2/photo")
                        .statusCode())
                .isEqualTo(401);
    }

    private void send(String caseId, String content, String attachments, boolean creates) {
        FormXml form = FormXml.visit(caseId + "-" + content, amina);
        String xml =
                (creates ? form.creates(caseId, "child", "n", amina) : form.updates(caseId, "seen", content)).text();
        String with = xml.replaceFirst("</(\\w*:?)case>", "<attachment>" + attachments + "</attachment></$1case>");
        assertThat(with).isNotEqualTo(xml);
        assertThat(phone.submit(Multipart.of(with).file("a.jpg", "a.jpg", "image/jpeg", content.getBytes(UTF_8)))
                        .statusCode())
                .isEqualTo(201);
    }

    private String text(String caseId, String name) {
        HttpResponse<String> answer = get(caseId, name, place.authorization());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private void assertMissing(String caseId, String name) {
        HttpResponse<String> answer = get(caseId, name, place.authorization());
        assertThat(answer.statusCode()).isEqualTo(404);
        contract.holds("get", PATH, answer);
    }

    private HttpResponse<String> get(String caseId, String name, String authorization) {
        return place.client()
                .get("/a/pictures/api/case/attachment/" + caseId + "/" + name, "Authorization", authorization);
    }
}

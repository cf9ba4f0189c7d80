// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cases of the first API for those who read blocks of XML. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CaseXmlTest {
    private Place place;

    @BeforeAll
    void aProject(Server server) {
        place = Place.of(server, "cases-as-xml");
    }

    private HttpResponse<String> get(String path) {
        return place.client().get("/a/" + place.name() + "/api/" + path, "Authorization", place.authorization());
    }

    private String made(String properties) {
        HttpResponse<String> made = place.client()
                .post(
                        "/a/" + place.name() + "/api/case/v2/",
                        "{\"case_type\": \"patient\", \"case_name\": \"n\", \"owner_id\": \"o\", \"properties\": " + properties + "}",
                        "Authorization",
                        place.authorization());
        return json(made).at("/case/case_id").stringValue();
    }

    @Test
    void theFirstApiSpeaksCaseBlocksToThoseWhoAskForXml() {
        String caseId = made("{\"village\": \"Kibera & Co\"}");
        HttpResponse<String> one = get("case/v1/" + caseId + "/?format=xml");
        assertThat(one.headers().firstValue("Content-Type")).hasValue("application/xml;charset=utf-8");
        assertThat(one.body())
                .contains("<case xmlns=\"http://commcarehq.org/case/transaction/v2\" case_id=\"" + caseId + "\"")
                .contains("<create><case_type>patient</case_type><case_name>n</case_name><owner_id>o</owner_id></create>")
                .contains("<village>Kibera &amp; Co</village>")
                .doesNotContain("<close");
        assertThat(get("case/v1/?format=xml&limit=1&type=patient").body())
                .contains("<meta type=\"hash\"><limit type=\"integer\">1</limit>")
                .contains("<previous type=\"null\"/>", "<objects type=\"list\"><case ");
        assertThat(get("case/v1/none/?format=xml").statusCode()).isEqualTo(404);
    }

    @Test
    void acceptDecidesWhereNoFormatIsNamed() {
        String path = "/a/" + place.name() + "/api/case/v1/?limit=1";
        assertThat(accepted(path, "application/xml")).startsWith("application/xml");
        assertThat(accepted(path, "application/json, application/xml;q=0.5")).startsWith("application/json");
        assertThat(accepted(path, "*/*")).startsWith("application/json");
        assertThat(accepted(path, "nonsense")).startsWith("application/json");
        assertThat(accepted(path + "&format=yaml", "application/xml")).startsWith("application/json");
    }

    private String accepted(String path, String accept) {
        return place.client()
                .send("GET", path, "", "Authorization", place.authorization(), "Accept", accept)
                .headers()
                .firstValue("Content-Type")
                .orElse("");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.json;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Parameters that name what stands in the stored documents (data API: forms, cases). */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RawFiltersTest {
    private final Contract contract = new Contract();
    private Place place;

    @BeforeAll
    void formsFromTwoVillages(Server whole) {
        place = Place.of(whole, "raw");
        String amina = place.worker("amina");
        Phone phone = place.phone("amina");
        submit(phone, FormXml.visit("f1", amina)
                .says("<village>Ahero</village><visit><day>1</day></visit><visit><day>2</day></visit>")
                .creates("c1", "child", "n", amina));
        submit(phone, FormXml.visit("f2", amina).says("<village>Kisumu</village><a.b>x</a.b>"));
        submit(phone, FormXml.visit("f3", amina).says("<village>ahero</village>").closes("c1"));
        submit(phone, FormXml.visit("f4", amina).creates("c2", "child", "n", amina).links("c2", "parent", "child", "c1"));
    }

    private static void submit(Phone phone, FormXml form) {
        assertThat(phone.submit(form.text()).statusCode()).isEqualTo(201);
    }

    @Test
    void formsAreFoundByWhatTheySay() {
        assertThat(forms("form.village=AHERO")).containsExactlyInAnyOrder("f1", "f3");
        assertThat(forms("form.visit.day=2")).as("one of a list is enough").containsExactly("f1");
        assertThat(forms("form.village=ahero&form.visit.day=1")).containsExactly("f1");
        assertThat(forms("form.a.b=x")).containsExactly("f2");
        assertThat(forms("form.n1.case.@case_id=c1")).containsExactlyInAnyOrder("f1", "f3");
        assertThat(forms("form.village=nowhere")).isEmpty();
        assertThat(forms("form.village=ahe")).as("the whole text").isEmpty();
        assertThat(forms("form.=x")).isEmpty();
        assertThat(forms("village=Ahero")).as("a name that is not known").isEmpty();
    }

    @Test
    void whatOfAFormIsInItsRowIsFoundToo() {
        JsonFields first = new JsonFields(get("form/v1/f1/"));
        assertThat(forms("submit_ip=" + first.of("submit_ip"))).hasSize(4);
        assertThat(forms("submit_ip=203.0.113.9")).isEmpty();
        assertThat(forms("form.@xmlns=" + first.of("form", "@xmlns").toUpperCase(java.util.Locale.ROOT)))
                .contains("f1");
        assertThat(forms("form.@name=" + first.of("form", "@name"))).contains("f1");
        assertThat(forms("type=" + first.of("type"))).contains("f1");
        assertThat(forms("form.meta.userID=" + first.of("metadata", "userID"))).hasSize(4);
    }

    @Test
    void apartOfWhatIsFoundIsCountedAndOrdered() {
        HttpResponse<String> page = get("form/v1/?form.village=ahero&order_by=received_on&limit=1&offset=1");
        contract.holds("get", "/a/{domain}/api/form/v1", page);
        assertThat(json(page).at("/meta/total_count").intValue()).isEqualTo(2);
        assertThat(ids(page)).containsExactly("f3");
    }

    @Test
    void casesAreFoundByTheTimesOfTheirDocumentAndByWhatTheyPointTo() {
        String closed = json(get("case/v1/c1/")).path("date_closed").stringValue();
        assertThat(cases("closed_on=" + closed)).containsExactly("c1");
        assertThat(cases("closed_on=" + closed.substring(0, 10))).as("the whole day").containsExactly("c1");
        assertThat(cases("closed_on=1999-01-01")).isEmpty();
        assertThat(cases("closed_on=never")).isEmpty();
        assertThat(cases("indices.referenced_id=c1")).containsExactly("c2");
        assertThat(cases("village=Ahero")).as("properties are no filters here").isEmpty();
    }

    private List<String> forms(String query) {
        return list("form/v1", query);
    }

    private List<String> cases(String query) {
        return list("case/v1", query);
    }

    private List<String> list(String resource, String query) {
        HttpResponse<String> answer = get(resource + "/?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        contract.holds("get", "/a/{domain}/api/" + resource, answer);
        assertThat(json(answer).at("/meta/total_count").intValue()).isEqualTo(ids(answer).size());
        return ids(answer);
    }

    private static List<String> ids(HttpResponse<String> answer) {
        List<String> ids = new ArrayList<>();
        json(answer).path("objects").forEach(one -> ids.add(one.path("id").stringValue()));
        return ids;
    }

    private HttpResponse<String> get(String path) {
        return place.client().get("/a/raw/api/" + path, "Authorization", place.authorization());
    }

    /** Fields of an answer, ready for a query. */
    private record JsonFields(HttpResponse<String> answer) {
        String of(String... path) {
            var node = json(answer);
            for (String name : path) {
                node = node.path(name);
            }
            return URLEncoder.encode(node.stringValue(), StandardCharsets.UTF_8);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.json;
import static org.baraza.api.testing.Server.PASSWORD;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.JsonNode;

/** Cases of the data API as its document describes them, besides what the vectors ask. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CaseResourcesTest {
    private static final String FIRST = "/a/{domain}/api/case/v1";
    private static final String FIRST_ONE = "/a/{domain}/api/case/v1/{case_id}";
    private static final String LIST = "/a/{domain}/api/case/v2";
    private static final String ONE = "/a/{domain}/api/case/v2/{case_id}";
    private static final String NAMED = "/a/{domain}/api/case/v2/ext/{external_id}";
    private static final String SEVERAL = "/a/{domain}/api/case/v2/bulk-fetch";

    private final Contract contract = new Contract();
    private Place place;
    private String amina;

    @BeforeAll
    void aProject(Server server) {
        place = Place.of(server, "case-resources");
        amina = place.worker("amina");
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return place.client()
                .send(method, "/a/" + place.name() + "/api/" + path, body, "Authorization", place.authorization());
    }

    private HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    private String made(String fields) {
        HttpResponse<String> made = send(
                "POST", "case/v2/", "{\"case_type\": \"patient\", \"case_name\": \"n\", \"owner_id\": \"o\"" + fields + "}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        contract.holds("post", LIST, made);
        return json(made).at("/case/case_id").stringValue();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(field).asString())
                .toList();
    }

    @Test
    void theSecondApiFindsCasesByQueries() {
        String household = made(", \"properties\": {\"village\": \"Query Town\", \"rooms\": \"3\"}");
        String child = made(", \"indices\": {\"parent\": {\"case_id\": \"" + household
                + "\", \"case_type\": \"patient\", \"relationship\": \"child\"}}");
        assertThat(queried("village = 'Query Town' and rooms > 2")).containsExactly(household);
        assertThat(queried("parent/village = 'Query Town'")).containsExactly(child);
        assertThat(queried("subcase-exists('parent', @case_id = '" + child + "')")).containsExactly(household);
        HttpResponse<String> bad = get("case/v2/?query=" + encode("village = "));
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(json(bad).path("error").asString())
                .isEqualTo("Bad query: Expected a value, a path or a function, but found the end.");
        contract.holds("get", LIST, bad);
    }

    private List<String> queried(String query) {
        HttpResponse<String> found = get("case/v2/?query=" + encode(query));
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        contract.holds("get", LIST, found);
        return texts(json(found).path("cases"), "case_id");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void everyOperationKeepsToItsDocument() {
        String household = made(", \"external_id\": \"doc-1\"");
        String child = made(", \"indices\": {\"parent\": {\"case_id\": \"" + household
                + "\", \"case_type\": \"patient\", \"relationship\": \"child\"}}");
        contract.holds("get", FIRST, get("case/v1/?limit=3&child_cases__full=true&xforms_by_name__full=true"));
        contract.holds(
                "get",
                FIRST_ONE,
                get("v0.5/case/" + child + "/?parent_cases__full=true&xforms_by_xmlns__full=true"));
        contract.holds("get", FIRST_ONE, get("case/v1/nothing/"));
        contract.holds("get", FIRST, get("case/v1/?limit=x"));
        contract.holds("get", LIST, get("case/v2/?limit=1"));
        contract.holds("get", LIST, get("v0.6/case?offset=1"));
        contract.holds("get", ONE, get("case/v2/" + child));
        contract.holds("get", ONE, get("case/v2/" + child + ",nothing"));
        contract.holds("get", ONE, get("case/v2/nothing"));
        contract.holds("put", ONE, send("PUT", "case/v2/" + child, "{\"close\": true}"));
        contract.holds("put", ONE, send("PUT", "case/v2/" + child, "[]"));
        contract.holds("put", LIST, send("PUT", "case/v2", "{\"external_id\": \"doc-1\", \"case_name\": \"m\"}"));
        contract.holds("get", NAMED, get("case/v2/ext/doc-1/"));
        contract.holds("get", NAMED, get("case/v2/ext/doc-2/"));
        contract.holds("put", NAMED, send("PUT", "case/v2/ext/doc-1/", "{\"properties\": {\"a\": \"b\"}}"));
        contract.holds("post", SEVERAL, send("POST", "case/v2/bulk-fetch/", "{\"external_ids\": [\"doc-1\", \"x\"]}"));
        contract.holds("post", SEVERAL, send("POST", "case/v2/bulk-fetch", "{\"case_ids\": 7}"));
    }

    @Test
    void putsOfOneNewExternalIdAtTheSameMomentMakeOneCase() {
        String body = "{\"case_type\": \"patient\", \"case_name\": \"Twin\", \"owner_id\": \"o\"}";
        List<HttpResponse<String>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = IntStream.range(0, 12)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> send("PUT", "case/v2/ext/at-once/", body), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        JsonNode found = json(get("case/v2/?external_id=at-once"));
        assertThat(found.path("matching_records").asInt()).isEqualTo(1);
    }

    @Test
    void anExternalIdMayHaveSlashesHoweverTheyAreWritten() {
        String body = "{\"case_type\": \"patient\", \"case_name\": \"Slash\", \"owner_id\": \"o\"}";
        String made = json(send("PUT", "case/v2/ext/clinic%2F7%2Fa%20b/", body))
                .at("/case/case_id")
                .stringValue();
        for (String path : List.of("case/v2/ext/clinic/7/a%20b/", "case/v2/ext/clinic%2F7%2Fa%20b/")) {
            JsonNode read = json(get(path));
            assertThat(read.path("external_id").asString()).as(path).isEqualTo("clinic/7/a b");
            assertThat(read.path("case_id").asString()).as(path).isEqualTo(made);
        }
    }

    @Test
    void anEncodedSlashLeadsToNoOtherProject() {
        for (String path : List.of("/a/" + place.name() + "%2Fapi/case/v2/", "/a%2F" + place.name() + "/api/case/v2/")) {
            HttpResponse<String> answer = place.client().get(path, "Authorization", place.authorization());
            assertThat(answer.statusCode()).as(path).isIn(400, 401, 403, 404);
        }
    }

    @Test
    void aPutDoesNotTakeOverACaseWhoseExternalIdWasChanged() {
        String body = "{\"case_type\": \"patient\", \"case_name\": \"First\", \"owner_id\": \"o\"}";
        String first =
                json(send("PUT", "case/v2/ext/moved/", body)).at("/case/case_id").stringValue();
        send("PUT", "case/v2/" + first, "{\"external_id\": \"elsewhere\"}");
        String second =
                json(send("PUT", "case/v2/ext/moved/", body)).at("/case/case_id").stringValue();
        assertThat(second).isNotEqualTo(first);
        assertThat(json(get("case/v2/" + first)).path("external_id").stringValue()).isEqualTo("elsewhere");
    }

    @Test
    void putByExternalIdMakesOnceAndChangesAfterwards() {
        String body = "{\"case_type\": \"patient\", \"case_name\": \"Halima\", \"owner_id\": \"o\"}";
        JsonNode first = json(send("PUT", "case/v2/ext/up/1/", body));
        JsonNode second = json(send("PUT", "case/v2/ext/up/1/", "{\"case_name\": \"Halima W\"}"));
        assertThat(first.at("/case/external_id").stringValue()).isEqualTo("up/1");
        assertThat(second.at("/case/case_id")).isEqualTo(first.at("/case/case_id"));
        assertThat(second.at("/case/case_name").stringValue()).isEqualTo("Halima W");

        JsonNode renamed = json(send("PUT", "case/v2/ext/up/1/", "{\"external_id\": \"up/2\"}"));
        assertThat(renamed.at("/case/external_id").stringValue()).isEqualTo("up/2");
        assertThat(get("case/v2/ext/up/1/").statusCode()).isEqualTo(404);
        assertThat(json(get("case/v2/ext/up/2/")).path("case_id")).isEqualTo(first.at("/case/case_id"));
    }

    @Test
    void rowsWithoutAFlagMakeOneCaseForEachExternalId() {
        String row = "{\"create\": null, \"external_id\": \"twice\", \"case_type\": \"patient\", \"case_name\": \"n\","
                + " \"owner_id\": \"o\", \"properties\": {\"round\": \"%s\"}}";
        JsonNode answer =
                json(send("POST", "case/v2/", "[" + row.formatted("1") + "," + row.formatted("2") + "]"));
        assertThat(answer.at("/cases/0/case_id")).isEqualTo(answer.at("/cases/1/case_id"));
        assertThat(json(get("case/v2/?external_id=twice")).path("matching_records").intValue()).isEqualTo(1);
        assertThat(answer.at("/cases/1/properties/round").stringValue()).isEqualTo("2");
    }

    @Test
    void fieldsAreChosenOrLeftOutAlsoInside() {
        String one = made(", \"properties\": {\"village\": \"v\", \"age\": \"5\"}");
        assertThat(get("case/v2/" + one + "?fields=case_id,properties.age").body())
                .isEqualTo("{\"case_id\":\"" + one + "\",\"properties\":{\"age\":\"5\"}}");
        assertThat(json(get("case/v2/" + one + "?exclude.properties=age&exclude=indices")).propertyNames())
                .contains("properties", "case_id")
                .doesNotContain("indices");
        assertThat(get("case/v2/" + one + "?fields=a&exclude=b").statusCode()).isEqualTo(400);
    }

    @Test
    void aDateMeansItsWholeDayAndTheWidestOfSeveralLimitsDecides() {
        made("");
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        String all = json(get("case/v2/")).path("matching_records").toString();
        assertThat(count("indexed_on.lte=" + today)).isEqualTo(all);
        assertThat(count("indexed_on.gte=" + today)).isEqualTo(all);
        assertThat(count("indexed_on.gt=" + today)).isEqualTo("0");
        assertThat(count("indexed_on.lt=" + today)).isEqualTo("0");
        assertThat(count("indexed_on.gt=" + today + "&indexed_on.gt=2001-01-01T00:00:00%2B03:00"))
                .isEqualTo(all);
    }

    @Test
    void parametersAreReadAsProgramsWriteThem() {
        made("");
        assertThat(get("case/v2/?otp=123456").statusCode()).isEqualTo(200);
        assertThat(count("indexed_on.gt=2001-01-01%2010:00:00")).isEqualTo(count(""));
        for (String wrong : List.of("indexed_on.gt=%2B999999-01-01T00:00:00", "indexed_on.gt=0000-01-01T00:00:00")) {
            assertThat(get("case/v2/?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        JsonNode first = json(get("case/v1/?closed=False&limit=9999999999"));
        assertThat(first.at("/meta/limit").intValue()).isEqualTo(5_000);
        assertThat(first.path("objects").isEmpty()).isFalse();
    }

    private String count(String query) {
        return json(get("case/v2/?" + query)).path("matching_records").toString();
    }

    @Test
    void followingNextVisitsEveryCaseOnceAlsoWhenTheFilterHasOddLetters() {
        IntStream.range(0, 5).forEach(n -> made(", \"properties\": {\"mark\": \"a&b=c +%é\"}"));
        List<String> seen = new ArrayList<>();
        JsonNode page = json(get("case/v2/?limit=2&properties.mark=a%26b%3Dc%20%2B%25%C3%A9&fields=case_id"));
        while (true) {
            seen.addAll(texts(page.path("cases"), "case_id"));
            if (!page.has("next")) {
                break;
            }
            String next = page.path("next").stringValue();
            page = json(place.client()
                    .get(next.substring(next.indexOf("/a/")), "Authorization", place.authorization()));
        }
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(get("case/v2/?cursor=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void whoIsLimitedToHerLocationsSeesAndChangesWhatIsOwnedWithinThem(Server server) {
        Place limited = Place.of(server, "limited-cases");
        String worker = limited.worker("amina");
        JsonNode places = limited.graphQl().ask("""
                mutation($project: String!) {
                  createLocationType(input: {project: $project, name: "Village", code: "village", sharesCases: true}) {
                    locationType { code } }
                  a: createLocation(input: {project: $project, name: "A", typeCode: "village"}) { location { locationId } }
                  b: createLocation(input: {project: $project, name: "B", typeCode: "village"}) { location { locationId } }
                }""", Map.of("project", limited.name()));
        String here = places.at("/a/location/locationId").stringValue();
        String there = places.at("/b/location/locationId").stringValue();
        limited.graphQl()
                .ask("""
                mutation($project: String!, $user: String!, $place: String!) {
                  setWorkerLocations(input: {project: $project, userId: $user, locationIds: [$place]}) {
                    userErrors { code } } }""", Map.of("project", limited.name(), "user", worker, "place", here));
        String admin = limited.authorization();
        String hers = caseOf(limited, here, admin);
        String others = caseOf(limited, there, admin);
        String colleague = caseOf(limited, worker, admin);
        server.restrict(limited.name(), "amina");
        String amina = basic("amina@" + limited.name() + ".commcarehq.org", PASSWORD);

        JsonNode list = json(limited.client().get("/a/" + limited.name() + "/api/case/v2/", "Authorization", amina));
        assertThat(texts(list.path("cases"), "case_id")).containsExactlyInAnyOrder(hers, colleague);
        HttpResponse<String> closed =
                limited.client().get("/a/" + limited.name() + "/api/case/v2/" + others, "Authorization", amina);
        assertThat(closed.statusCode()).isEqualTo(403);
        assertThat(closed.body()).isEqualTo("{\"error\":\"Insufficent permission for Case '" + others + "'\"}");
        contract.holds("get", ONE, closed);
        assertThat(change(limited, others, "{\"close\": true}", amina)).isEqualTo(403);
        assertThat(change(limited, hers, "{\"owner_id\": \"" + there + "\"}", amina)).isEqualTo(403);
        assertThat(change(limited, hers, "{\"properties\": {\"a\": \"b\"}}", amina)).isEqualTo(200);
    }

    private static String caseOf(Place place, String owner, String authorization) {
        return json(place.client()
                        .post(
                                "/a/" + place.name() + "/api/case/v2/",
                                "{\"case_type\": \"t\", \"case_name\": \"n\", \"owner_id\": \"" + owner + "\"}",
                                "Authorization",
                                authorization))
                .at("/case/case_id")
                .stringValue();
    }

    private static int change(Place place, String caseId, String body, String authorization) {
        return place.client()
                .send("PUT", "/a/" + place.name() + "/api/case/v2/" + caseId, body, "Authorization", authorization)
                .statusCode();
    }

    @Test
    void formsOfACaseAreFoundAndShownWithIt() {
        assertThat(place.phone("amina")
                        .submit(FormXml.visit("shown-1", amina)
                                .creates("shown-case", "patient", "n", amina)
                                .text())
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<String> forms = get("form/v1/?case_id=shown-case&cases__full=true");
        contract.holds("get", "/a/{domain}/api/form/v1", forms);
        assertThat(json(forms).at("/objects/0/cases/0/case_id").stringValue()).isEqualTo("shown-case");
        HttpResponse<String> one = get("v0.5/form/shown-1");
        contract.holds("get", "/a/{domain}/api/form/v1/{form_id}", one);
        String file = json(one).at("/attachments/form.xml/url").stringValue();
        assertThat(place.client()
                        .get(file.substring(file.indexOf("/a/")), "Authorization", place.authorization())
                        .body())
                .contains("shown-1");
        contract.holds("get", "/a/{domain}/api/form/v1/{form_id}", get("form/v1/nothing"));
        contract.holds("get", "/a/{domain}/api/form/v1", get("form/v1/?order_by=village"));
        Set<String> none = Set.copyOf(texts(json(get("form/v1/?village=x")).path("objects"), "id"));
        assertThat(none).isEmpty();
        assertThat(json(get("form/v1/?_search="
                        + "%7B%22filter%22%3A%7B%22range%22%3A%7B%22inserted_at%22%3A%7B%22gte%22%3A%222001-01-01%22%7D%7D%7D%7D"))
                .at("/meta/total_count")
                .intValue())
                .isPositive();
        for (String wrong : new String[] {"{}", "{\"gt\": \"2001-01-01\"}", "{\"gte\": 7}"}) {
            String search = "{\"filter\": {\"range\": {\"inserted_at\": " + wrong + "}}}";
            assertThat(get("form/v1/?_search=" + encode(search)).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(get("form/v1/?_search=%7B%7D").statusCode()).isEqualTo(400);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.json;
import static org.baraza.api.testing.Server.PASSWORD;

import java.net.http.HttpResponse;
import java.util.Map;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.GraphQl;
import org.baraza.api.testing.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LocationResourceTest {
    private static final String FIRST = "/a/{domain}/api/location/v1";
    private static final String SECOND = "/a/{domain}/api/location/v2";
    private static final String TYPES = "/a/{domain}/api/location_type/v1";
    private static final String OWNER = basic("owner@example.org", PASSWORD);

    private final Server server = new Server();
    private final Client client = server.client();
    private final Contract contract = new Contract();
    private String kisumu;

    @BeforeAll
    void aProjectWithThreeLevels() {
        server.project("demo", server.webUser("owner@example.org"));
        level("District", "district", "");
        level("Village", "village", ", parentCode: \"district\", sharesCases: true, viewDescendants: false");
        kisumu = made("{\"name\": \"Kisumu\", \"location_type_code\": \"district\"}");
    }

    private void level(String name, String code, String more) {
        JsonNode made = new GraphQl(client, OWNER)
                .ask(
                        "mutation { createLocationType(input:{project:\"demo\", name:\"" + name + "\", code:\"" + code
                                + "\"" + more + "}) { locationType { code } userErrors { code message } } }",
                        Map.of());
        assertThat(made.at("/createLocationType/locationType/code").asString())
                .as(made.toString())
                .isEqualTo(code);
    }

    private String made(String body) {
        HttpResponse<String> answer = send("POST", "v0.6/location", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("location_id").stringValue();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void aLocationIsMadeReadAndChangedOnEverySpellingOfThePath() {
        int number = 0;
        for (String path : new String[] {"v0.6/location", "v0.6/location/", "location/v2", "location/v2/"}) {
            String name = "Spelling " + (char) ('A' + number++);
            HttpResponse<String> made = send(
                    "POST",
                    path,
                    "{\"name\": \"" + name + "\", \"location_type_code\": \"village\", \"parent_location_id\": \""
                            + kisumu + "\", \"latitude\": \"-0.0917\", \"longitude\": 34.768,"
                            + " \"location_data\": {\"chief\": \"Otieno\"}}");
            assertThat(made.statusCode()).isEqualTo(201);
            contract.holds("post", SECOND, made);
            String id = json(made).path("location_id").stringValue();
            assertThat(json(made).path("parent_location_id").stringValue()).isEqualTo(kisumu);
            assertThat(json(made).path("latitude").stringValue()).isEqualTo("-0.0917000000");
            assertThat(json(made).path("site_code").stringValue())
                    .isEqualTo(name.toLowerCase(java.util.Locale.ROOT).replace(' ', '_'));

            String one = path.replaceAll("/$", "") + "/" + id + (path.endsWith("/") ? "/" : "");
            HttpResponse<String> read = send("GET", one, "");
            contract.holds("get", SECOND + "/{locationId}", read);
            assertThat(read.body()).isEqualTo(made.body());

            HttpResponse<String> changed = send("PUT", one, "{\"name\": \"" + name + " Town\"}");
            assertThat(changed.statusCode()).isEqualTo(200);
            contract.holds("put", SECOND + "/{locationId}", changed);
            assertThat(json(changed).path("site_code").stringValue()).endsWith("_town");
            assertThat(json(changed).path("location_data").path("chief").stringValue())
                    .isEqualTo("Otieno");
        }
    }

    @Test
    void theFirstVersionNamesEverythingByTheAddressesThatItAnswersUnder() {
        String village = made("{\"name\": \"Ahero\", \"location_type_code\": \"village\", \"parent_location_id\": \""
                + kisumu + "\", \"external_id\": \"ke-1\"}");
        for (String version : new String[] {"v0.5/%s/", "%s/v1/"}) {
            String locations = version.formatted("location");
            HttpResponse<String> list = send("GET", locations + "?external_id=ke-1", "");
            contract.holds("get", FIRST, list);
            assertThat(json(list).path("objects")).hasSize(1);
            JsonNode ahero = json(list).path("objects").get(0);
            JsonNode parent = json(send("GET", locations + kisumu + "/", ""));
            JsonNode types = json(send("GET", version.formatted("location_type"), ""));
            assertThat(ahero.path("location_id").stringValue()).isEqualTo(village);
            assertThat(ahero.path("parent").stringValue())
                    .isEqualTo(parent.path("resource_uri").stringValue())
                    .startsWith("http://localhost:" + client.port() + "/a/demo/api/" + locations);
            assertThat(ahero.path("location_type").stringValue())
                    .isEqualTo(types.at("/objects/1/resource_uri").stringValue());
            assertThat(parent.path("parent").isNull()).isTrue();
            assertThat(ahero.path("created_at").stringValue()).doesNotEndWith("Z");
            contract.holds("get", FIRST + "/{locationId}", send("GET", locations + kisumu, ""));
        }
    }

    @Test
    void typesAreReadByNumber() {
        HttpResponse<String> list = send("GET", "location_type/v1", "");
        contract.holds("get", TYPES, list);
        JsonNode village = json(list).at("/objects/1");
        assertThat(village.path("code").stringValue()).isEqualTo("village");
        assertThat(village.path("shares_cases").booleanValue()).isTrue();
        assertThat(village.path("parent").stringValue())
                .isEqualTo(json(list).at("/objects/0/resource_uri").stringValue());
        HttpResponse<String> one =
                send("GET", "v0.5/location_type/" + village.path("id").intValue() + "/", "");
        assertThat(json(one).path("name").stringValue()).isEqualTo("Village");
        contract.holds("get", TYPES + "/{number}", one);
        assertThat(send("GET", "v0.5/location_type/99/", "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "v0.5/location_type/x/", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whatDoesNotFitIsRefusedInHqsWords() {
        String village = made("{\"name\": \"Kano\", \"location_type_code\": \"village\", \"parent_location_id\": \""
                + kisumu + "\"}");
        assertError(
                "{\"name\": \"x\"}",
                "'name' and 'location_type_code' are required fields when creating a new location.");
        assertError(
                "{\"name\": \"x\", \"location_type_code\": \"village\", \"parent_location_id\": \"none\"}",
                "Could not find parent location with the given ID.");
        assertError(
                "{\"name\": \"Kano\", \"location_type_code\": \"village\", \"parent_location_id\": \"" + kisumu
                        + "\", \"site_code\": \"kano-2\"}",
                "Location with same name and parent already exists. Location site code: kano-2.");
        assertError(
                "{\"name\": \"x\", \"location_type_code\": \"village\", \"parent_location_id\": \"" + village + "\"}",
                "The selected parent location cannot have child locations!");
        assertError(
                "{\"name\": \"x\", \"location_type_code\": \"district\", \"parent_location_id\": \"" + kisumu + "\"}",
                "Parent cannot have children of this location's type.");
        assertError(
                "{\"name\": \"x\", \"location_type_code\": \"district\", \"colour\": \"red\"}",
                "Invalid fields were included in request: ['colour'].");
        HttpResponse<String> unknown = send("PUT", "location/v2/abc", "{\"name\": \"x\"}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).path("error").stringValue())
                .isEqualTo("Could not update: could not find location with given ID abc on the domain.");
        assertThat(send("GET", "location/v2/abc", "").statusCode()).isEqualTo(404);
    }

    private void assertError(String body, String words) {
        HttpResponse<String> answer = send("POST", "v0.6/location/", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        contract.holds("post", SECOND, answer);
        assertThat(json(answer).path("error").stringValue()).isEqualTo(words);
    }

    @Test
    void rowsAreMadeAndChangedTogetherOrNotAtAll() {
        String here = made("{\"name\": \"Patched\", \"location_type_code\": \"district\"}");
        HttpResponse<String> done = send(
                "PATCH",
                "v0.6/location/",
                "{\"objects\": [{\"location_id\": \"" + here + "\", \"latitude\": 1.5},"
                        + " {\"name\": \"Row\", \"location_type_code\": \"village\", \"parent_location_id\": \"" + here
                        + "\"}]}");
        assertThat(done.statusCode()).isEqualTo(202);
        contract.holds("patch", SECOND, done);
        assertThat(json(done).get(0).stringValue()).isEqualTo(here);
        HttpResponse<String> refused = send(
                "PATCH",
                "v0.6/location/",
                "{\"objects\": [{\"location_id\": \"" + here + "\", \"latitude\": 9}, {\"location_id\": \"gone\"}]}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("error").stringValue())
                .isEqualTo("Could not update: could not find location with given ID gone on the domain.");
        assertThat(json(send("GET", "location/v2/" + here, "")).path("latitude").stringValue())
                .isEqualTo("1.5000000000");
        assertThat(send("GET", "v0.5/location/?latitude__gt=1e200000", "").statusCode())
                .isEqualTo(400);
        HttpResponse<String> many = send("PATCH", "v0.6/location/", "{\"objects\": [" + "{},".repeat(100) + "{}]}");
        assertThat(json(many).path("error").stringValue()).isEqualTo("Object count exceeds limit for PATCH method.");
    }

    @Test
    void listsAreFilteredAndOrdered() {
        String root = made("{\"name\": \"Filtered\", \"location_type_code\": \"district\"}");
        for (String name : new String[] {"One", "Two", "Three"}) {
            made("{\"name\": \"" + name + "\", \"location_type_code\": \"village\", \"parent_location_id\": \"" + root
                    + "\"}");
        }
        String below = "location/v2?parent_location_id=" + root;
        HttpResponse<String> list = send("GET", below + "&order_by=-last_modified&limit=2", "");
        contract.holds("get", SECOND, list);
        assertThat(json(list).at("/objects/0/name").stringValue()).isEqualTo("Three");
        assertThat(json(list).at("/meta/next").stringValue())
                .isEqualTo("?parent_location_id=" + root + "&order_by=-last_modified&limit=2&offset=2");
        assertThat(count(below + "&name=Two")).isEqualTo(1);
        assertThat(count(below + "&location_type_code=district")).isZero();
        assertThat(count(below + "&last_modified.gte=2000-01-01")).isEqualTo(3);
        assertThat(count(below + "&last_modified.lt=2000-01-01T00:00:00%2B03:00"))
                .isZero();
        assertThat(count("location/v1?latitude__gt=89")).isZero();
        assertThat(json(send("GET", below + "&limit=9999", ""))
                        .at("/meta/limit")
                        .intValue())
                .isEqualTo(5000);
        assertThat(send("GET", below + "&order_by=name", "").body())
                .contains("The 'name' field does not allow ordering.");
        assertThat(send("GET", below + "&order_by=x", "").body()).contains("No matching 'x' field for ordering on.");
        assertThat(send("GET", below + "&last_modified.gt=soon", "").statusCode())
                .isEqualTo(400);
    }

    private int count(String path) {
        HttpResponse<String> answer = send("GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).at("/meta/total_count").intValue();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return client.send(method, "/a/demo/api/" + path, body, "Authorization", OWNER);
    }
}

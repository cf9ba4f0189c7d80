// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.GraphQl;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON that no honest program sends is told to be wrong, wherever JSON is read (spec/92, 6.10). */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileJsonTest {
    private static final String DEEP = "[".repeat(101) + "]".repeat(101);

    /** What stands where a text should. */
    private static final Map<String, String> VALUES = Map.of(
            "half a letter", "\"a\\ud800b\"",
            "the other half", "\"\\udc00\"",
            "nothing", "\"a\\u0000b\"",
            "a number beyond all", "1e400",
            "an exponent beyond all", "1e999999999",
            "a depth beyond all", DEEP,
            "an unfinished text", "\"a");

    private Place place;

    @BeforeAll
    void aProject(Server server) {
        place = Place.of(server, "hostile-json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "POST | /a/P/api/case/v2/ | {'case_type': 't', 'owner_id': 'o', 'case_name': V}",
        "POST | /a/P/api/case/v2/ | {'case_type': 't', 'owner_id': 'o', 'case_name': 'n', 'properties': {'p': V}}",
        "POST | /a/P/api/case/v2/bulk-fetch/ | {'case_ids': [V]}",
        "POST | /a/P/api/user/v1/ | {'username': V, 'password': 'correct-horse-8'}",
        "POST | /a/P/api/user/v1/ | {'username': 'deep', 'password': 'correct-horse-8', 'first_name': V}",
        "POST | /a/P/api/user/v1/ | {'username': 'data', 'password': 'correct-horse-8', 'user_data': {'a': V}}",
        "POST | /a/P/api/group/v1/ | {'name': V}",
        "POST | /a/P/api/location/v2/ | {'name': V, 'location_type_code': 'x'}",
        "POST | /a/P/api/lookup_table/v1/ | {'tag': V, 'fields': []}",
        "POST | /a/P/api/lookup_table/v1/ | {'tag': 'fresh', 'fields': [{'field_name': V, 'properties': []}]}",
        "POST | /a/P/api/invitation/v1/ | {'email': V, 'role': 'Read Only'}",
        "POST | /api/v1/projects | {'name': 'another', 'displayName': V}",
        "POST | /api/v1/projects/P/roles | {'name': V, 'permissions': []}",
        "POST | /api/v1/projects/P/members | {'username': V, 'role': 'Read Only'}",
        "POST | /session | {'username': V, 'password': 'x'}",
        "POST | /session | {'username': 'x', 'password': V}",
        "POST | /session/password/forgotten | {'username': V}",
        "POST | /session/way | {'username': V}"
    })
    void whatIsWrittenWhereATextShouldStandIsRefused(String method, String path, String body) {
        List<String> wrong = new ArrayList<>();
        VALUES.forEach((what, value) -> {
            String sent = body.replace('\'', '"').replace("V", value);
            HttpResponse<String> answer = place.client()
                    .send(method, path.replace("P", place.name()), sent, "Authorization", authorization(path));
            if (answer.statusCode() < 400 || answer.statusCode() >= 500) {
                wrong.add(what + ": " + answer.statusCode() + " " + answer.body());
            }
        });
        assertThat(wrong).isEmpty();
    }

    private String authorization(String path) {
        return path.startsWith("/session") ? "" : place.authorization();
    }

    @Test
    void documentsOfGraphQlTakeNoSuchTextsEither() {
        for (String value : List.of("a\\ud800b", "a\\u0000b")) {
            HttpResponse<String> answer = place.client()
                    .post(
                            "/graphql",
                            "{\"query\": \"mutation($n: String!) { createRole(input: {project: \\\"" + place.name()
                                    + "\\\", name: $n, permissions: []}) { userErrors { code } } }\", \"variables\": {\"n\": \""
                                    + value + "\"}}",
                            "Authorization",
                            place.authorization());
            assertThat(answer.body()).doesNotContain("INTERNAL");
            assertThat(answer.statusCode() == 400 || !json(answer).path("errors").isEmpty())
                    .as(answer.body())
                    .isTrue();
        }
    }

    @Test
    void deepVariablesAreRefusedBeforeAnythingIsDone() {
        String deep = "{\"a\": ".repeat(2_000) + "1" + "}".repeat(2_000);
        HttpResponse<String> answer = place.client()
                .post(
                        "/graphql",
                        "{\"query\": \"query($v: JSON) { me { userId } }\", \"variables\": {\"v\": " + deep + "}}",
                        "Authorization",
                        place.authorization());
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void nothingIsChangedByReading() {
        String mutation = "mutation%20%7B%20createProject(input%3A%20%7Bname%3A%20%22by-get%22%7D)%20%7B%20userErrors%20%7B%20code%20%7D%20%7D%20%7D";
        HttpResponse<String> answer =
                place.client().get("/graphql?query=" + mutation, "Authorization", place.authorization());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(new GraphQl(place.client(), place.authorization())
                        .ask("{ project(name: \"by-get\") { name } }", Map.of())
                        .path("project")
                        .isNull())
                .isTrue();
    }

    @Test
    void aSimpleRequestOfAnotherSiteIsNoDocument() {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            HttpResponse<String> answer = place.client()
                    .send(
                            "POST",
                            "/graphql",
                            "{\"query\": \"{ me { userId } }\"}".getBytes(UTF_8),
                            "Content-Type",
                            type,
                            "Authorization",
                            place.authorization());
            assertThat(answer.statusCode()).as(type).isEqualTo(415);
        }
        assertThat(json(place.client().post("/graphql", "{\"query\": \"{ me { username } }\"}", "Authorization", place.authorization()))
                        .at("/data/me/username")
                        .asString())
                .isEqualTo(Server.ADMIN);
    }
}

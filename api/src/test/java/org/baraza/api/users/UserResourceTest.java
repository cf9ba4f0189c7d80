// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.json;
import static org.baraza.api.testing.Server.PASSWORD;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.identity.Members;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDataField;
import org.baraza.identity.UserDataFields;
import org.baraza.persistence.tenancy.ProjectScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UserResourceTest {
    private static final String PATH = "/a/{domain}/api/user/v1";
    private static final String ONE = PATH + "/{user_id}";
    private static final String OWNER = basic("owner@example.org", PASSWORD);

    private final Server server = new Server();
    private final Client client = server.client();
    private final Contract contract = new Contract();
    private ProjectAccess demo;

    @BeforeAll
    void aProject() {
        demo = server.project("demo", server.webUser("owner@example.org"));
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void aWorkerIsMadeOnEverySpellingOfThePathAndCanComeInAtOnce() {
        int number = 0;
        for (String path : new String[] {"v0.5/user", "v0.5/user/", "user/v1", "user/v1/"}) {
            String name = "worker" + number++;
            HttpResponse<String> answer = post(
                    path,
                    "{\"username\": \"" + name + "\", \"password\": \"" + PASSWORD
                            + "\", \"first_name\": \"Nia\", \"phone_numbers\": [\"50253311399\"], \"groups\": [],"
                            + " \"user_data\": {\"chw_id\": 13, \"ok\": true}}");
            assertThat(answer.statusCode()).isEqualTo(201);
            contract.holds("post", PATH, answer);
            var worker = json(answer);
            assertThat(worker.path("username").stringValue()).isEqualTo(name + "@demo.commcarehq.org");
            assertThat(worker.path("default_phone_number").stringValue()).isEqualTo("50253311399");
            assertThat(worker.path("user_data").path("chw_id").stringValue()).isEqualTo("13");
            assertThat(worker.path("user_data").path("commcare_project").stringValue())
                    .isEqualTo("demo");
            assertThat(worker.path("resource_uri").stringValue())
                    .startsWith("/a/demo/api/" + path.replaceAll("/$", "") + "/");
            assertThat(client.get("/a/demo/device/probe", "Authorization", basic(name, PASSWORD))
                            .body())
                    .isEqualTo(name + " in demo");
        }
    }

    @Test
    void whatCannotBeMadeIsAnErrorInWords() {
        assertError("{\"password\": \"" + PASSWORD + "\"}");
        assertError("{\"username\": \"nopassword\"}");
        assertError("{\"username\": \"short\", \"password\": \"short\"}");
        assertError("{\"username\": 7, \"password\": \"" + PASSWORD + "\"}");
        assertError("{\"username\": \"g\", \"password\": \"" + PASSWORD + "\", \"groups\": [\"x\"]}");
        assertError("{\"username\": \"d\", \"password\": \"" + PASSWORD + "\", \"user_data\": {\"a\": {}}}");
        assertError("{\"username\": \"n\", \"password\": \"" + PASSWORD + "\", \"user_data\": {\"a\": \"\\u0000\"}}");
        assertError("[]");
        assertError("{");
        assertError(" ");
        assertError("{\"username\": \"" + "x".repeat(5_000_000) + "\"}");
        String twin = "{\"username\": \"twin\", \"password\": \"" + PASSWORD + "\"}";
        assertThat(post("user/v1/", twin).statusCode()).isEqualTo(201);
        assertError(twin);
    }

    @Test
    void theListIsPagedByOffsetWithTheQueryOfTheNextPage() {
        ProjectAccess paged = server.project("paged", server.webUser("paged@example.org"));
        for (String name : new String[] {"ann", "bob", "cyd"}) {
            server.worker(paged, name);
        }
        server.deactivate(paged, server.worker(paged, "gone"));
        var first = list("paged", "v0.5/user/?extra=a%20b&limit=2");
        assertThat(first.at("/meta").toString())
                .isEqualTo("{\"limit\":2,\"next\":\"?extra=a+b&limit=2&offset=2\",\"offset\":0,\"previous\":null,"
                        + "\"total_count\":3}");
        assertThat(first.at("/objects/0/username").stringValue()).isEqualTo("ann@paged.commcarehq.org");
        assertThat(first.at("/objects/0/resource_uri").stringValue()).startsWith("/a/paged/api/v0.5/user/");
        var second = list("paged", "user/v1?limit=2&offset=2");
        assertThat(second.at("/objects").size()).isEqualTo(1);
        assertThat(second.at("/meta/next").isNull()).isTrue();
        assertThat(second.at("/meta/previous").stringValue()).isEqualTo("?limit=2&offset=0");
        assertThat(list("paged", "v0.4/user?archived=true").at("/objects").findValuesAsString("username"))
                .containsExactly("gone@paged.commcarehq.org");
        assertThat(list("paged", "user/v1/?limit=0").at("/meta/limit").intValue())
                .isEqualTo(1000);
        assertThat(list("paged", "user/v1/?limit=5000").at("/meta/limit").intValue())
                .isEqualTo(1000);
        assertThat(list("paged", "user/v1?extras=true&limit=1")
                        .at("/objects/0/extras")
                        .toString())
                .isEqualTo("{\"submitted_last_30\":0,\"completed_last_30\":0,\"submitted_last_month\":0,"
                        + "\"completed_last_month\":0}");
        for (String wrong :
                new String[] {"limit=x", "limit=", "limit=-1", "offset=", "offset=-1", "offset=1.5", "group=g-1"}) {
            var answer = client.get("/a/demo/api/user/v1/?" + wrong, "Authorization", OWNER);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            contract.holds("get", PATH, answer);
        }
        assertThat(json(client.get("/a/demo/api/user/v1/?group=g-1", "Authorization", OWNER))
                        .path("error")
                        .stringValue())
                .isEqualTo("Project demo has no group with id=g-1");
    }

    private tools.jackson.databind.JsonNode list(String project, String path) {
        var answer =
                client.get("/a/" + project + "/api/" + path, "Authorization", basic("paged@example.org", PASSWORD));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        contract.holds("get", PATH, answer);
        return json(answer);
    }

    @Test
    void aWorkerWithoutAMainPlaceWorksNowhere() {
        String id = server.worker(demo, "placeless").userId();
        String path = "user/v1/" + id + "/";
        var place = new Place(client, "demo", OWNER);
        place.graphQl()
                .ask(
                        "mutation { createLocationType(input: {project: \"demo\", name: \"Ward\", code: \"ward\"})"
                                + " { userErrors { code } } }",
                        Map.of());
        String clinic = place.graphQl()
                .ask(
                        "mutation { createLocation(input: {project: \"demo\", name: \"North\", typeCode: \"ward\"})"
                                + " { location { locationId } } }",
                        Map.of())
                .at("/createLocation/location/locationId")
                .asString();
        for (String nowhere : new String[] {"\"\"", "[]"}) {
            var placed = send(
                    "PUT", path, "{\"locations\": [\"%s\"], \"primary_location\": \"%s\"}".formatted(clinic, clinic));
            assertThat(json(placed).path("primary_location").stringValue()).isEqualTo(clinic);
            var cleared = send("PUT", path, "{\"primary_location\": " + nowhere + "}");
            assertThat(cleared.statusCode()).as(cleared.body()).isEqualTo(200);
            assertThat(json(cleared).path("locations")).isEmpty();
        }
    }

    @Test
    void aWorkerIsReadAndChangedInPartAndHerUsernameStays() {
        String id = server.worker(demo, "editable").userId();
        String path = "user/v1/" + id + "/";
        var changed = send(
                "PUT",
                path,
                "{\"username\": \"other\", \"first_name\": \"Asha\", \"phone_numbers\": [\"1\", \"2\"],"
                        + " \"user_data\": {\"village\": \"Ahero\"}, \"groups\": [], \"primary_location\": \"\"}");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        contract.holds("put", ONE, changed);
        assertThat(json(changed).path("username").stringValue()).isEqualTo("editable@demo.commcarehq.org");
        var again = send("PUT", path, "{\"last_name\": \"M\", \"default_phone_number\": \"2\"}");
        assertThat(json(again).path("first_name").stringValue()).isEqualTo("Asha");
        assertThat(json(again).path("phone_numbers").toString()).isEqualTo("[\"2\",\"1\"]");
        assertThat(json(again).path("user_data").path("village").stringValue()).isEqualTo("Ahero");
        var read = send("GET", path, "");
        contract.holds("get", ONE, read);
        assertThat(json(read)).isEqualTo(json(again));
        assertThat(json(send("PUT", path, json(read).toString()))).isEqualTo(json(read));
        for (String wrong :
                new String[] {"{\"password\": \"short\"}", "{\"first_name\": 7}", "{\"groups\": [\"x\"]}"}) {
            var answer = send("PUT", path, wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            contract.holds("put", ONE, answer);
        }
    }

    @Test
    void whatAWorkerDoesNotHaveIsNamedAndNothingOfItIsDone() {
        String path = "user/v1/" + server.worker(demo, "misspelt").userId() + "/";
        var refused = send("PUT", path, "{\"first_name\": \"Asha\", \"firstname\": \"A\", \"is_active\": false}");
        assertThat(refused.statusCode()).isEqualTo(400);
        contract.holds("put", ONE, refused);
        assertThat(json(refused).path("error").stringValue())
                .isEqualTo("The request resulted in the following errors:"
                        + " Attempted to update unknown or non-editable field 'firstname',"
                        + " Attempted to update unknown or non-editable field 'is_active'");
        assertThat(json(send("GET", path, "")).path("first_name").stringValue()).isEmpty();
        assertThat(post("user/v1/", "{\"username\": \"odd\", \"password\": \"" + PASSWORD + "\", \"height\": 3}")
                        .statusCode())
                .as("as in HQ, it is passed over of a new one")
                .isEqualTo(201);
    }

    @Test
    void whatOneWorkerDidLatelyIsCountedWhenItIsAskedFor() {
        String path = "user/v1/" + server.worker(demo, "counted").userId() + "/";
        var counted = send("GET", path + "?extras=yes", "");
        contract.holds("get", ONE, counted);
        assertThat(json(counted).at("/extras/submitted_last_30").intValue()).isZero();
        assertThat(json(counted).at("/extras").size()).isEqualTo(4);
        assertThat(json(send("GET", path + "?extras=no", "")).has("extras")).isFalse();
    }

    @Test
    void aNewPasswordEndsTheOldOne() {
        String id = server.worker(demo, "forgetful").userId();
        assertThat(probe("forgetful", PASSWORD).statusCode()).isEqualTo(200);
        assertThat(send("PUT", "v0.5/user/" + id, "{\"password\": \"something-else-9\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(probe("forgetful", PASSWORD).statusCode()).isEqualTo(401);
        assertThat(probe("forgetful", "something-else-9").statusCode()).isEqualTo(200);
    }

    @Test
    void aDeletedWorkerIsGoneAndHerNameIsFreeForSomebodyElse() {
        String id = server.worker(demo, "leaver").userId();
        var gone = send("DELETE", "user/v1/" + id + "/", "");
        assertThat(gone.statusCode()).isEqualTo(202);
        assertThat(gone.body()).isEmpty();
        assertThat(gone.headers().firstValue("Content-Length")).hasValue("0");
        assertThat(probe("leaver", PASSWORD).statusCode()).isEqualTo(406);
        var unknown = send("GET", "user/v1/" + id, "");
        assertThat(unknown.statusCode()).isEqualTo(400);
        contract.holds("get", ONE, unknown);
        for (String method : new String[] {"DELETE", "PUT"}) {
            var answer = send(method, "user/v1/" + id, method.equals("PUT") ? "{}" : "");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer).path("error").isString()).isTrue();
            contract.holds(method.toLowerCase(java.util.Locale.ROOT), ONE, answer);
        }
        String next = server.worker(demo, "leaver").userId();
        assertThat(next).isNotEqualTo(id);
        assertThat(probe("leaver", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void aDeactivatedWorkerIsKeptOutUntilSheIsActivated() {
        String id = server.worker(demo, "onleave").userId();
        for (String verb : new String[] {"deactivate", "activate"}) {
            var done = send("POST", "user/v1/" + id + "/" + verb + "/", "");
            assertThat(done.statusCode()).isEqualTo(202);
            assertThat(done.body()).isEqualTo("{}");
            contract.holds("post", ONE + "/" + verb, done);
            assertThat(probe("onleave", PASSWORD).statusCode()).isEqualTo(verb.equals("activate") ? 200 : 406);
            var unknown = send("POST", "v0.5/user/nobody/" + verb, "");
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(json(unknown).path("error_message").isString()).isTrue();
            contract.holds("post", ONE + "/" + verb, unknown);
        }
    }

    @Test
    void whereNoMailIsSentNobodyIsToldThatOneWas() {
        String id = server.worker(demo, "unmailed").userId();
        send("PUT", "user/v1/" + id + "/", "{\"email\": \"unmailed@example.org\"}");
        var refused = send("POST", "user/v1/" + id + "/email_password_reset/", "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("This server sends no mails.");
        contract.holds("post", ONE + "/email_password_reset", refused);
    }

    @Test
    void userDataIsHeldToTheFieldsOfTheProjectAndAnsweredWithTheProfile() {
        ProjectAccess place = server.project("fields", server.webUser("fields@example.org"));
        var profile = ProjectScope.in(place.project(), () -> {
            var userData = server.bean(UserDataFields.class);
            userData.replaceFields(
                    place, List.of(new UserDataField("ward", "Ward", true, List.of("Ahero", "Kisumu"), "", "")));
            return userData.createProfile(place, "North", Map.of("ward", "Ahero"));
        });
        String owner = basic("fields@example.org", PASSWORD);
        for (String data : new String[] {"{}", "{\"ward\": \"\"}", "{\"ward\": \"Nairobi\"}"}) {
            var refused = client.post("/a/fields/api/user/v1/", wanted(data), "Authorization", owner);
            assertThat(refused.statusCode()).as(data).isEqualTo(400);
            contract.holds("post", PATH, refused);
        }
        var made = client.post(
                "/a/fields/api/user/v1/",
                wanted("{\"commcare_profile\": \"" + profile.profileId() + "\"}"),
                "Authorization",
                owner);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(json(made).path("user_data").toString())
                .contains("\"ward\":\"Ahero\"")
                .contains("\"commcare_profile\":\"" + profile.profileId() + "\"")
                .contains("\"commcare_project\":\"fields\"");
        String restored = client.get("/a/fields/phone/restore/?version=2.0", "Authorization", basic("nia", PASSWORD))
                .body();
        assertThat(restored)
                .contains("<data key=\"commcare_profile\">" + profile.profileId() + "</data>")
                .contains("<data key=\"ward\">Ahero</data>");
    }

    private static String wanted(String userData) {
        return "{\"username\": \"nia\", \"password\": \"" + PASSWORD + "\", \"user_data\": " + userData + "}";
    }

    private HttpResponse<String> probe(String name, String password) {
        return client.get("/a/demo/device/probe", "Authorization", basic(name, password));
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return client.send(method, "/a/demo/api/" + path, body, "Authorization", OWNER);
    }

    @Test
    void whoMayNotIsToldInTheShapeOfTheApi() {
        server.worker(demo, "fieldworker");
        server.webUser("reader@example.org");
        ProjectScope.run(demo.project(), () -> server.bean(Members.class).put(demo, "reader@example.org", "Read Only"));
        String body = "{\"username\": \"never\", \"password\": \"" + PASSWORD + "\"}";
        for (String shown : new String[] {basic("reader@example.org", PASSWORD), basic("fieldworker", PASSWORD)}) {
            HttpResponse<String> answer = client.post("/a/demo/api/user/v1/", body, "Authorization", shown);
            assertThat(answer.statusCode()).isEqualTo(403);
            contract.holds("post", PATH, answer);
        }
        HttpResponse<String> nobody = client.post("/a/demo/api/user/v1/", body);
        assertThat(nobody.statusCode()).isEqualTo(401);
        contract.holds("post", PATH, nobody);
    }

    private void assertError(String body) {
        HttpResponse<String> answer = post("user/v1/", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        contract.holds("post", PATH, answer);
    }

    private HttpResponse<String> post(String path, String body) {
        return client.post("/a/demo/api/" + path, body, "Authorization", OWNER);
    }
}

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
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Members;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDataField;
import org.baraza.identity.UserDataFields;
import org.baraza.persistence.tenancy.ProjectScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebUserResourceTest {
    private static final String PATH = "/a/{domain}/api/web-user/v1";
    private static final String ONE = PATH + "/{user_id}";
    private static final String OWNER = basic("owner@web.example", PASSWORD);

    private final Contract contract = new Contract();
    private Server server;
    private Client client;
    private ProjectAccess here;
    private WebUser reader;

    @BeforeAll
    void aProjectWithTwoWebUsers(Server whole) {
        server = whole;
        client = whole.client();
        here = server.project("web", server.webUser("owner@web.example"));
        reader = member("reader@web.example", "Read Only");
    }

    private WebUser member(String email, String role) {
        WebUser user = server.webUser(email);
        ProjectScope.run(here.project(), () -> server.bean(Members.class).put(here, email, role));
        return user;
    }

    @Test
    void webUsersAreListedAndFoundByTheirAddress() {
        member("other@web.example", "App Editor");
        for (String path : new String[] {
            "v0.4/web-user", "v0.4/web-user/", "v0.5/web-user", "v0.5/web-user/", "web-user/v1", "web-user/v1/"
        }) {
            var one = list(path + "?web_username=READER%40web.example");
            assertThat(one.at("/meta/total_count").intValue()).isEqualTo(1);
            assertThat(one.at("/objects/0/id").stringValue()).isEqualTo(reader.userId());
            assertThat(one.at("/objects/0/resource_uri").stringValue())
                    .isEqualTo("/a/web/api/" + path.replaceAll("/$", "") + "/" + reader.userId() + "/");
        }
        var first = list("web-user/v1/?limit=2");
        assertThat(first.at("/meta/next").stringValue()).isEqualTo("?limit=2&offset=2");
        var rest = list("web-user/v1/?limit=2&offset=2");
        int total = first.at("/meta/total_count").intValue();
        assertThat(rest.path("objects").size()).isEqualTo(Math.min(2, total - 2));
        assertThat(list("web-user/v1/?web_username=nobody@web.example")
                        .at("/meta/total_count")
                        .intValue())
                .isZero();
    }

    @Test
    void aProfileIsGivenByItsNameAndFixesUserData() {
        WebUser clerk = member("profiled@web.example", "Read Only");
        var profile = ProjectScope.in(here.project(), () -> {
            var userData = server.bean(UserDataFields.class);
            userData.replaceFields(here, List.of(UserDataField.plain("ward", "Ward")));
            return userData.createProfile(here, "North", Map.of("ward", "Ahero"));
        });
        var changed = send("PATCH", clerk.userId() + "/", "{\"profile\": \"North\", \"user_data\": {\"desk\": 2}}");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(202);
        contract.holds("patch", ONE, changed);
        var read = json(send("GET", clerk.userId(), ""));
        assertThat(read.path("profile").stringValue()).isEqualTo("North");
        assertThat(read.at("/user_data/ward").stringValue()).isEqualTo("Ahero");
        assertThat(read.at("/user_data/desk").stringValue()).isEqualTo("2");
        assertThat(read.at("/user_data/commcare_profile").stringValue()).isEqualTo(profile.profileId());
        var conflict = send("PATCH", clerk.userId() + "/", "{\"user_data\": {\"ward\": \"Kisumu\"}}");
        assertThat(conflict.statusCode()).isEqualTo(400);
        assertThat(json(conflict).at("/errors/0").stringValue()).isEqualTo("'ward' is set by the profile.");
        send("PATCH", clerk.userId() + "/", "{\"profile\": null}");
        assertThat(json(send("GET", clerk.userId(), "")).path("profile").stringValue())
                .isEqualTo("North");
        send("PATCH", clerk.userId() + "/", "{\"profile\": \"\"}");
        assertThat(json(send("GET", clerk.userId(), "")).path("profile").isNull())
                .isTrue();
    }

    private JsonNode list(String path) {
        var answer = client.get("/a/web/api/" + path, "Authorization", OWNER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        contract.holds("get", PATH, answer);
        return json(answer);
    }

    @Test
    void oneIsReadWithHerRoleAndEveryPermission() {
        var answer = send("GET", reader.userId(), "");
        contract.holds("get", ONE, answer);
        var read = json(answer);
        assertThat(read.path("role").stringValue()).isEqualTo("Read Only");
        assertThat(read.path("is_admin").booleanValue()).isFalse();
        assertThat(read.at("/permissions/view_reports").booleanValue()).isTrue();
        assertThat(read.at("/permissions/edit_data").booleanValue()).isFalse();
        assertThat(read.has("tableau_groups")).isTrue();
        var unknown = send("GET", "nobody", "");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).path("error").isString()).isTrue();
    }

    @Test
    void aRoleLocationsAndUserDataAreChangedTogether() {
        WebUser clerk = member("clerk@web.example", "Read Only");
        String location = location();
        var changed = send(
                "PATCH",
                clerk.userId() + "/",
                "{\"role\": \"App Editor\", \"assigned_location_ids\": [\"" + location
                        + "\"], \"primary_location_id\": \"" + location
                        + "\", \"user_data\": {\"desk\": 2}, \"username\": \"passed.over\"}");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(202);
        contract.holds("patch", ONE, changed);
        var now = json(changed);
        assertThat(now.path("role").stringValue()).isEqualTo("App Editor");
        assertThat(now.path("primary_location_id").stringValue()).isEqualTo(location);
        assertThat(now.path("user_data").toString())
                .contains("\"desk\":\"2\"", "\"commcare_location_id\":\"" + location + "\"");
        var again = send("PATCH", clerk.userId(), now.toString());
        assertThat(json(again)).as("what was read can be sent back").isEqualTo(now);
        for (String[] wrong : new String[][] {
            {"{\"role\": \"x\"}", "Role does not exist: x"},
            {"{\"assigned_location_ids\": [\"x\"], \"role\": \"Read Only\"}", "There is no such location in use."},
            {"{\"profile\": \"p\"}", "Profile does not exist: p"},
            {"{\"role\": \"Read Only\", \"roles\": [], \"is\": 1}", "Invalid parameter(s): roles, is"},
            {"{\"tableau_role\": \"Explorer\"}", "'tableau_role' cannot be set on this server."},
            {"[]", "The request must be a JSON object."}
        }) {
            var refused = send("PATCH", clerk.userId(), wrong[0]);
            assertThat(refused.statusCode()).as(wrong[0]).isEqualTo(400);
            contract.holds("patch", ONE, refused);
            assertThat(json(refused).at("/errors/0").stringValue()).isEqualTo(wrong[1]);
        }
        assertThat(json(send("GET", clerk.userId(), "")))
                .as("and nothing was changed")
                .isEqualTo(now);
        assertThat(send("PATCH", "nobody", "{}").statusCode()).isEqualTo(404);
    }

    private String location() {
        var place = new Place(client, "web", OWNER);
        place.graphQl()
                .ask(
                        "mutation { createLocationType(input: {project: \"web\", name: \"Ward\", code: \"ward\"})"
                                + " { userErrors { code } } }",
                        Map.of());
        return place.graphQl()
                .ask(
                        "mutation { createLocation(input: {project: \"web\", name: \"North\", typeCode: \"ward\"})"
                                + " { location { locationId } } }",
                        Map.of())
                .at("/createLocation/location/locationId")
                .asString();
    }

    @Test
    void whoIsDeactivatedIsKeptOutOfThisProjectOnly() {
        WebUser guest = member("guest@web.example", "Read Only");
        server.project("guests-own", guest);
        String auth = basic("guest@web.example", PASSWORD);
        for (String verb : new String[] {"deactivate", "activate"}) {
            var done = send("POST", guest.userId() + "/" + verb + "/", "");
            assertThat(done.statusCode()).isEqualTo(202);
            contract.holds("post", ONE + "/" + verb, done);
            boolean in = verb.equals("activate");
            assertThat(json(send("GET", guest.userId(), ""))
                            .path("is_active_in_domain")
                            .booleanValue())
                    .isEqualTo(in);
            assertThat(client.get("/a/web/api/lookup_table/v1/", "Authorization", auth)
                            .statusCode())
                    .isEqualTo(in ? 200 : 403);
            assertThat(client.get("/a/guests-own/api/lookup_table/v1/", "Authorization", auth)
                            .statusCode())
                    .isEqualTo(200);
            var unknown = send("POST", "nobody/" + verb, "");
            assertThat(unknown.statusCode()).isEqualTo(404);
            contract.holds("post", ONE + "/" + verb, unknown);
        }
        var last = send("POST", here.actor().userId() + "/deactivate/", "");
        assertThat(last.statusCode()).isEqualTo(400);
        contract.holds("post", ONE + "/deactivate", last);
    }

    @Test
    void whoMayNotIsToldInTheShapeOfTheApi() {
        for (String[] call : new String[][] {{"get", PATH, ""}, {"get", ONE, ""}, {"patch", ONE, "{}"}}) {
            String path = call[1].replace("{domain}", "web").replace("{user_id}", reader.userId());
            var answer = client.send(
                    call[0].toUpperCase(java.util.Locale.ROOT),
                    path,
                    call[2],
                    "Authorization",
                    basic("reader@web.example", PASSWORD));
            assertThat(answer.statusCode()).as(call[1]).isEqualTo(403);
            contract.holds(call[0], call[1], answer);
        }
    }

    @Test
    void bothKindsOfPeopleStandInOneList() {
        server.worker(here, "amina");
        var all = people("limit=100");
        assertThat(all.at("/objects/0/username").stringValue()).isEqualTo("amina@web.commcarehq.org");
        assertThat(all.path("objects").findValuesAsString("email")).contains("owner@web.example");
        assertThat(all.at("/meta/total_count").intValue())
                .isEqualTo(all.path("objects").size());
        assertThat(people("offset=1&limit=1").at("/objects/0")).isEqualTo(all.at("/objects/1"));
        var found = people("q=ami*&fields=id&fields=username");
        assertThat(List.copyOf(found.at("/objects/0").propertyNames()))
                .containsExactlyInAnyOrder("id", "username", "resource_uri");
        var wrong = client.get("/a/web/api/bulk-user/v1?fields=password", "Authorization", OWNER);
        assertThat(wrong.statusCode()).isEqualTo(400);
        contract.holds("get", "/a/{domain}/api/bulk-user/v1", wrong);
        assertThat(json(wrong).path("error").stringValue()).isEqualTo("password is not a valid field");
    }

    private JsonNode people(String query) {
        var answer = client.get("/a/web/api/v0.5/bulk-user/?" + query, "Authorization", OWNER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        contract.holds("get", "/a/{domain}/api/bulk-user/v1", answer);
        return json(answer);
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return client.send(method, "/a/web/api/web-user/v1/" + path, body, "Authorization", OWNER);
    }
}

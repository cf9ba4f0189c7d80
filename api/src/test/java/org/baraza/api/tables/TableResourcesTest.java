// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.json;
import static org.baraza.api.testing.Server.PASSWORD;

import java.net.http.HttpResponse;
import java.util.Locale;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Server;
import org.baraza.identity.Members;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TableResourcesTest {
    private static final String OWNER = basic("owner@example.org", PASSWORD);
    private static final String TABLES = "lookup_table/v1";
    private static final String ITEMS = "lookup_table_item/v1";

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
    void aTableIsMadeReadChangedAndDeletedOnEverySpelling() {
        int number = 0;
        for (String path : new String[] {"v0.5/lookup_table", "v0.5/lookup_table/", TABLES, TABLES + "/"}) {
            String tag = "spelling" + number++;
            assertEmpty(201, send("POST", path, "{\"tag\": \"" + tag + "\", \"fields\": [{\"name\": \"id\"}]}"));
            assertThat(table(tag).path("fields").toString()).isEqualTo("[{\"field_name\":\"id\",\"properties\":[]}]");
        }
        String id = newTable("state", true);
        JsonNode read = json(good("GET", TABLES + "/{id}", id, ""));
        assertThat(read.toString())
                .isEqualTo("{\"id\":\"" + id + "\",\"tag\":\"state\",\"is_global\":true,\"fields\":[{\"field_name\":"
                        + "\"name\",\"properties\":[\"lang\"]}],\"item_attributes\":[\"kind\"],\"resource_uri\":\"\"}");
        assertEmpty(204, good("PUT", TABLES + "/{id}", id, "{\"tag\": \"state\", \"is_global\": false}"));
        assertThat(json(good("GET", TABLES + "/{id}", id, "")).path("is_global").booleanValue())
                .isFalse();
        assertEmpty(202, good("DELETE", TABLES + "/{id}", id, ""));
        for (String method : new String[] {"GET", "PUT", "DELETE"}) {
            HttpResponse<String> gone = good(method, TABLES + "/{id}", id, "{\"tag\": \"state\"}");
            assertThat(gone.statusCode()).as(method).isEqualTo(404);
        }
    }

    @Test
    void whatIsWrongWithATableIsSaidAsHqSaysIt() {
        newTable("taken", true);
        assertThat(error("POST", TABLES, "{\"tag\": \"taken\", \"fields\": []}"))
                .isEqualTo("A lookup table with name taken already exists");
        String id = newTable("fixed", true);
        assertThat(error("PUT", TABLES + "/" + id, "{}")).isEqualTo("tag must be specified");
        assertThat(error("PUT", TABLES + "/" + id, "{\"tag\": \"other\"}"))
                .isEqualTo("Lookup table tag cannot be changed");
        error("POST", TABLES, "{\"tag\": \"2nd\", \"fields\": []}");
        HttpResponse<String> misshapen =
                good("POST", TABLES, "", "{\"fields\": [{\"properties\": [7]}], \"is_global\": \"no\"}");
        assertThat(misshapen.statusCode()).isEqualTo(400);
        assertThat(json(misshapen).toString())
                .isEqualTo("[\"'tag' is a required property\",\"'field_name' is a required property\","
                        + "\"'properties' is not of type 'string'\",\"'is_global' is not of type 'boolean'\"]");
    }

    @Test
    void rowsAreMadeReadChangedAndDeleted() {
        String table = newTable("ward", true);
        assertEmpty(201, good("POST", ITEMS, "", row(table, "North")));
        assertEmpty(201, good("POST", ITEMS, "", row(table, "South")));
        JsonNode list = json(good("GET", ITEMS, "", ""));
        JsonNode first = only(list, table, 0);
        String id = first.path("id").stringValue();
        assertThat(first.path("sort_key").intValue()).isZero();
        assertThat(only(list, table, 1).path("sort_key").intValue()).isEqualTo(1);
        assertThat(first.path("fields").toString())
                .isEqualTo(
                        "{\"name\":{\"field_list\":[{\"field_value\":\"North\",\"properties\":{\"lang\":\"en\"}}]}}");
        assertThat(json(good("GET", ITEMS + "/{id}", id, ""))).isEqualTo(first);
        JsonNode second = json(send("GET", "v0.6/lookup_table_item/" + id, ""));
        assertThat(second.path("id").stringValue()).matches("[0-9a-f]{8}-.*").hasSize(36);
        assertThat(json(send("GET", "lookup_table_item/v2/" + second.path("id").stringValue() + "/", "")))
                .isEqualTo(second);
        assertEmpty(204, good("PUT", ITEMS + "/{id}", id, "{\"item_attributes\": {\"kind\": \"rural\"}}"));
        JsonNode changed = json(good("GET", ITEMS + "/{id}", id, ""));
        assertThat(changed.path("item_attributes").path("kind").stringValue()).isEqualTo("rural");
        assertThat(changed.path("fields")).isEqualTo(first.path("fields"));
        assertEmpty(202, good("DELETE", ITEMS + "/{id}", id, ""));
        for (String method : new String[] {"GET", "PUT", "DELETE"}) {
            assertThat(good(method, ITEMS + "/{id}", id, "{}").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aRowOfNoTableIsNotFoundAndAMisshapenOneIsAListOfSentences() {
        HttpResponse<String> nowhere = good("POST", ITEMS, "", row("0".repeat(32), "x"));
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(json(nowhere).path("error_message").isString()).isTrue();
        error("POST", ITEMS, "{\"fields\": {}}");
        String table = newTable("shaped", true);
        HttpResponse<String> misshapen = good(
                "POST",
                ITEMS,
                "",
                "{\"data_type_id\": \"" + table + "\", \"fields\": {\"a\": {}, \"b\": {\"field_list\": [{}]}}}");
        assertThat(misshapen.statusCode()).isEqualTo(400);
        assertThat(json(misshapen).toString())
                .isEqualTo("[\"'field_list' is a required property\",\"'field_value' is a required property\"]");
    }

    @Test
    void fixturesArePlainAndFoundByTableOrParent() {
        String districts = newTable("district", true);
        String clinics = newTable("clinic", false);
        good("POST", ITEMS, "", row(districts, "Kisumu"));
        good("POST", ITEMS, "", row(clinics, "Kisumu"));
        good("POST", ITEMS, "", row(clinics, "Nairobi"));
        JsonNode byTag = json(good("GET", "fixture/v1", "", "", "fixture_type=district"));
        assertThat(byTag.path("objects").size()).isEqualTo(1);
        JsonNode parent = byTag.at("/objects/0");
        String id = parent.path("id").stringValue();
        assertThat(parent.toString())
                .isEqualTo("{\"id\":\"" + id
                        + "\",\"fixture_type\":\"district\",\"fields\":{\"name\":\"Kisumu\"},\"resource_uri\":\"\"}");
        assertThat(json(good("GET", "fixture/v1/{id}", id, ""))).isEqualTo(parent);
        assertThat(json(send("GET", "v0.4/fixture/?fixture_type_id=" + clinics, ""))
                        .at("/meta/total_count")
                        .intValue())
                .isEqualTo(2);
        JsonNode below = json(good(
                "GET",
                "fixture/v1",
                "",
                "",
                "parent_id=" + id + "&parent_ref_name=name&references=name&child_type=clinic"));
        assertThat(below.at("/objects").findValuesAsString("name")).containsExactly("Kisumu");
        assertThat(below.at("/meta/limit").intValue()).isEqualTo(1000);
        assertThat(good("GET", "fixture/v1", "", "", "parent_id=" + id).statusCode())
                .isEqualTo(400);
        assertThat(good("GET", "fixture/v1/{id}", "0".repeat(32), "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyMemberWithTheApiMayUseTablesButFixturesAreForThoseWhoEditApps() {
        for (String[] person : new String[][] {{"reader", "Read Only"}, {"editor", "App Editor"}}) {
            server.webUser(person[0] + "@example.org");
            ProjectScope.run(
                    demo.project(), () -> server.bean(Members.class).put(demo, person[0] + "@example.org", person[1]));
        }
        assertThat(status("reader@example.org", "lookup_table/v1/")).isEqualTo(200);
        assertThat(status("reader@example.org", "fixture/v1/")).isEqualTo(403);
        assertThat(status("editor@example.org", "fixture/v1/")).isEqualTo(200);
        server.worker(demo, "amina");
        assertThat(status("amina", "lookup_table_item/v1/")).isEqualTo(403);
    }

    @Test
    void aPhoneGetsTheTablesAndCountsTheirElements() {
        ProjectAccess place = server.project("phones", server.webUser("phones@example.org"));
        server.worker(place, "amina");
        String table = "{\"tag\": \"village\", \"is_global\": true, \"fields\": [{\"name\": \"name\","
                + " \"is_indexed\": true}]}";
        String owner = basic("phones@example.org", PASSWORD);
        client.post("/a/phones/api/" + TABLES, table, "Authorization", owner);
        String id = json(client.get("/a/phones/api/" + TABLES, "Authorization", owner))
                .at("/objects/0/id")
                .stringValue();
        client.post("/a/phones/api/" + ITEMS, row(id, "Kisima"), "Authorization", owner);
        String payload = client.get(
                        "/a/phones/phone/restore/?version=2.0&items=true", "Authorization", basic("amina", PASSWORD))
                .body();
        assertThat(payload)
                .contains("items=\"6\"")
                .contains("<schema id=\"item-list:village\"><indices><index>name</index></indices></schema>"
                        + "<fixture id=\"item-list:village\"")
                .contains("<village_list><village><name>Kisima</name></village></village_list></fixture>");
    }

    private int status(String login, String path) {
        return client.get("/a/demo/api/" + path, "Authorization", basic(login, PASSWORD))
                .statusCode();
    }

    private String newTable(String tag, boolean global) {
        assertEmpty(
                201,
                good(
                        "POST",
                        TABLES,
                        "",
                        "{\"tag\": \"" + tag + "\", \"is_global\": " + global
                                + ", \"fields\": [{\"field_name\": \"name\", \"properties\": [\"lang\"]}],"
                                + " \"item_attributes\": [\"kind\"]}"));
        return table(tag).path("id").stringValue();
    }

    private JsonNode table(String tag) {
        for (JsonNode table : json(good("GET", TABLES, "", "", "limit=0")).path("objects")) {
            if (table.path("tag").stringValue().equals(tag)) {
                return table;
            }
        }
        throw new AssertionError("no table " + tag);
    }

    private static JsonNode only(JsonNode list, String table, int place) {
        int found = 0;
        for (JsonNode row : list.path("objects")) {
            if (row.path("data_type_id").stringValue().equals(table) && found++ == place) {
                return row;
            }
        }
        throw new AssertionError("no row " + place + " of " + table);
    }

    private static String row(String table, String name) {
        return "{\"data_type_id\": \"" + table + "\", \"fields\": {\"name\": {\"field_list\": [{\"field_value\": \""
                + name + "\", \"properties\": {\"lang\": \"en\"}}]}}}";
    }

    private static void assertEmpty(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
    }

    private String error(String method, String path, String body) {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return json(answer).path("error").stringValue();
    }

    /** Asks and holds the answer to the document. */
    private HttpResponse<String> good(String method, String path, String id, String body, String... query) {
        HttpResponse<String> answer = send(
                method, path.replace("{id}", id) + "?" + String.join("&", query), method.equals("GET") ? "" : body);
        contract.holds(method.toLowerCase(Locale.ROOT), "/a/{domain}/api/" + path, answer);
        return answer;
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return client.send(method, "/a/demo/api/" + path, body, "Authorization", OWNER);
    }
}

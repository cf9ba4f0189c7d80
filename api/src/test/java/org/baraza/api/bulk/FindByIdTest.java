// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What an id means, to whoever may see it (spec/23, section 2). */
@ExtendWith(WholeServer.class)
final class FindByIdTest {
    private final Server server;
    private final Contract contract = new Contract();

    FindByIdTest(Server server) {
        this.server = server;
    }

    private HttpResponse<String> find(String id, String authorization) {
        return server.client().get("/search/?q=" + id + "&redirect=false", "Authorization", authorization);
    }

    @Test
    void anIdIsFoundByMembersAndByNobodyElse() {
        ExportDesk desk = new ExportDesk(server, "finding");
        desk.submit(desk.visit("find-form").creates("find-case", "mother", "Ruth", desk.worker.userId()));
        String member = desk.office.authorization();
        HttpResponse<String> found = find("find-case", member);
        contract.holds("get", "/search", found);
        assertThat(Client.json(found).toString())
                .isEqualTo("{\"id\":\"find-case\",\"type\":\"CommCareCase\",\"type_display\":\"Case\","
                        + "\"link\":\"/app/p/finding/cases/find-case\",\"domain\":\"finding\",\"name\":\"Ruth\"}");
        assertThat(Client.json(find("find-form", member)).path("type").asString())
                .isEqualTo("XFormInstance");
        var led = server.client().get("/search?q=find-case", "Authorization", member);
        assertThat(led.statusCode()).isEqualTo(302);
        assertThat(Client.header(led, "Location")).endsWith("/app/p/finding/cases/find-case");
        String stranger = new ExportDesk(server, "finding-not").office.authorization();
        assertThat(find("find-case", stranger).body())
                .isEqualTo(find("nothing", stranger).body());
        assertThat(find("find-case", stranger).statusCode()).isEqualTo(404);
    }

    @Test
    void peopleGroupsPlacesAndAppsAreFoundByWhoeverMaySeeThem() {
        ExportDesk desk = new ExportDesk(server, "finding-all");
        desk.ask(
                "mutation($p: String!) { createLocationType(input: {project: $p, name: \"Ward\", code: \"ward\"})"
                        + " { userErrors { code } } }",
                Map.of());
        String ward = made(desk, "createLocation", "name: \"North\", typeCode: \"ward\"", "location { locationId }");
        String group = made(desk, "createGroup", "name: \"Nurses\"", "group { groupId }");
        String app = made(desk, "createApp", "name: \"Visits\"", "app { appId }");
        String worker = desk.worker.userId();
        String owner = desk.office.access.actor().userId();
        shown(desk, ward, "Location", "Location", "North", "users/organization/locations/" + ward);
        shown(desk, group, "Group", "Group", "Nurses", "users/groups/groups/" + group);
        shown(desk, app, "Application", "Application", "Visits", "apps/" + app);
        shown(desk, worker, "CommCareUser", "Mobile Worker", "amina", "users/mobile-workers/" + worker);
        shown(desk, owner, "WebUser", "Web User", "finding-all@example.org", "users/web-users");

        Office builder = desk.office.colleague("builder", "view_apps,access_all_locations", "north");
        assertThat(find(app, builder.authorization()).statusCode()).isEqualTo(200);
        String stranger = new ExportDesk(server, "finding-none").office.authorization();
        for (String id : List.of(ward, group, worker, owner)) {
            assertThat(find(id, builder.authorization()).statusCode()).isEqualTo(404);
            assertThat(find(id, stranger).statusCode()).isEqualTo(404);
        }
        assertThat(find(app, stranger).statusCode()).isEqualTo(404);
    }

    private static String made(ExportDesk desk, String mutation, String input, String selection) {
        JsonNode payload = desk.ask(
                        "mutation($p: String!) { " + mutation + "(input: {project: $p, " + input + "}) { " + selection
                                + " userErrors { code message } } }",
                        Map.of())
                .path(mutation);
        assertThat(payload.path("userErrors")).as(payload.toString()).isEmpty();
        String[] names = selection.split(" ");
        return payload.path(names[0]).path(names[2]).asString();
    }

    private void shown(ExportDesk desk, String id, String type, String display, String name, String page) {
        HttpResponse<String> found = find(id, desk.office.authorization());
        contract.holds("get", "/search", found);
        JsonNode json = Client.json(found);
        assertThat(json.path("type").asString()).isEqualTo(type);
        assertThat(json.path("type_display").asString()).isEqualTo(display);
        assertThat(json.path("name").asString()).isEqualTo(name);
        assertThat(json.path("domain").asString()).isEqualTo(desk.office.project());
        assertThat(json.path("link").asString()).isEqualTo("/app/p/" + desk.office.project() + "/" + page);
    }
}

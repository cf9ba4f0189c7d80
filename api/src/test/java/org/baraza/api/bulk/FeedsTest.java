// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Actor.WebUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports as OData feeds, as programs for dashboards read them (data API: OData v4). */
@ExtendWith(WholeServer.class)
class FeedsTest {
    private final Server server;

    FeedsTest(Server server) {
        this.server = server;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("OData-Version")).hasValue("4.0");
        return JsonMapper.shared().readTree(answer.body());
    }

    private static List<String> texts(JsonNode rows, String field) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.path(field).asString()));
        return texts;
    }

    @Test
    void aFeedOfFormsIsReadPageByPageAndItsRepeatsBesideIt() {
        ExportDesk desk = new ExportDesk(server, "feeds");
        for (int n = 0; n < 5; n++) {
            desk.submit(desk.visit("f" + n)
                    .says("<weight>5" + n + "</weight><child><name>A</name></child><child><name>B</name></child>"));
        }
        String feed = desk.create("FORM", ExportDesk.VISIT, ", odata: true");
        desk.selectAll(feed);
        String base = "api/odata/forms/v1/" + feed;

        JsonNode service = json(desk.office.get(base + "/"));
        String context = service.path("@odata.context").asString();
        assertThat(context).startsWith("http").endsWith("/a/feeds/" + base + "/$metadata");
        assertThat(service.path("value").toString())
                .isEqualTo("[{\"name\":\"feed\",\"kind\":\"EntitySet\",\"url\":\"feed\"}]");
        HttpResponse<String> metadata = desk.office.get(base + "/$metadata");
        assertThat(metadata.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        assertThat(metadata.body())
                .contains("<PropertyRef Name=\"formid\"/>")
                .contains("<Property Name=\"formid\" Type=\"Edm.String\" Nullable=\"false\"/>")
                .contains("<Property Name=\"number\" Type=\"Edm.Int64\"/>")
                .contains("<Property Name=\"received_on\" Type=\"Edm.DateTimeOffset\" Precision=\"6\"/>");

        List<String> ids = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        Optional<String> next = Optional.of(base + "/feed?limit=2");
        int pages = 0;
        while (next.isPresent()) {
            JsonNode page = json(desk.office.get(next.get()));
            assertThat(page.path("@odata.context").asString()).isEqualTo(context + "#feed");
            ids.addAll(texts(page.path("value"), "formid"));
            numbers.addAll(texts(page.path("value"), "number"));
            next = Optional.ofNullable(page.get("@odata.nextLink"))
                    .map(link -> URI.create(link.asString().replace("$", "%24")))
                    .map(link -> (link.getRawPath() + "?" + link.getRawQuery()).substring("/a/feeds/".length()));
            pages++;
        }
        assertThat(ids).containsExactly("f0", "f1", "f2", "f3", "f4");
        assertThat(numbers).containsExactly("0", "1", "2", "3", "4");
        assertThat(pages).isEqualTo(3);

        JsonNode row =
                json(desk.office.get(base + "/feed?$top=1".replace("$", "%24"))).path("value");
        assertThat(row).hasSize(1);
        assertThat(row.get(0).path("form_weight").asString()).isEqualTo("50");
        assertThat(row.get(0).path("received_on").asString()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
        JsonNode whole = json(desk.office.get("api/v0.5/odata/forms/" + feed + "/feed/"));
        assertThat(whole.path("value")).hasSize(5);
        assertThat(whole.has("@odata.nextLink")).isFalse();

        JsonNode children = json(desk.office.get(base + "/1/feed")).path("value");
        assertThat(texts(children, "number")).startsWith("0.0", "0.1", "1.0").hasSize(10);
        assertThat(texts(children, "form_child_name")).startsWith("A", "B", "A");
        assertThat(desk.office.get(base + "/1/$metadata").body()).contains("<PropertyRef Name=\"number\"/>");
        assertThat(json(desk.office.get(base + "/1")).path("@odata.context").asString())
                .endsWith("/1/$metadata");
    }

    @Test
    void aFeedOfCasesTellsTruthsAndNothingOfWhatIsNoFeed() {
        ExportDesk desk = new ExportDesk(server, "case-feeds");
        String amina = desk.worker.userId();
        desk.submit(desk.visit("f1").creates("c1", "mother", "Ruth", amina).updates("c1", "village", "Kibera"));
        desk.submit(desk.visit("f2").creates("c2", "mother", "Anna", amina).closes("c2"));
        String feed = desk.create("CASE", "mother", ", odata: true");
        String plain = desk.create("CASE", "mother", "");
        JsonNode rows =
                json(desk.office.get("api/odata/cases/v1/" + feed + "/feed")).path("value");
        assertThat(texts(rows, "caseid")).containsExactly("c1", "c2");
        assertThat(rows.get(0).path("closed").isBoolean()).isTrue();
        assertThat(texts(rows, "closed")).containsExactly("false", "true");
        assertThat(rows.get(0).path("closed_date").isNull()).isTrue();
        assertThat(texts(rows, "village")).containsExactly("Kibera", "---");

        for (String gone : List.of(
                "api/odata/cases/v1/" + plain + "/feed",
                "api/odata/forms/v1/" + feed + "/feed",
                "api/odata/cases/v1/" + feed + "/1/feed",
                "api/odata/cases/v1/" + feed + "/99999999999/feed",
                "api/odata/cases/v1/none/$metadata")) {
            assertThat(desk.office.get(gone).statusCode()).as(gone).isBetween(400, 404);
        }
        assertThat(desk.office
                        .get("api/odata/cases/v1/" + feed + "/feed?limit=x")
                        .body())
                .contains("Invalid limit 'x' provided.");
        assertThat(desk.office
                        .get("api/odata/cases/v1/" + feed + "/feed?%24skiptoken=x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(json(desk.office.get("api/odata/cases/v1/" + feed + "/feed?%24top=0"))
                        .path("value"))
                .isEmpty();
        JsonNode listed = desk.ask(
                "query($p: String!) { project(name: $p) { exports(odata: true) { nodes { exportId feedPaths { label path } } } } }",
                Map.of());
        assertThat(listed.at("/project/exports/nodes")).hasSize(1);
        assertThat(listed.at("/project/exports/nodes/0/feedPaths/0/path").asString())
                .isEqualTo("/a/case-feeds/api/odata/cases/v1/" + feed + "/feed");
        JsonNode both = desk.ask(
                "mutation($p: String!, $e: String!) { updateExport(input: {project: $p, exportId: $e, daily: true})"
                        + " { userErrors { code } } }",
                Map.of("e", feed));
        assertThat(both.at("/updateExport/userErrors/0/code").asString()).isEqualTo("FEED_NOT_DAILY");
    }

    @Test
    void aCaseThatChangesBetweenTwoPagesIsReadOnce() {
        ExportDesk desk = new ExportDesk(server, "moving-feeds");
        String amina = desk.worker.userId();
        for (String id : List.of("c1", "c2", "c3")) {
            desk.submit(desk.visit("f-" + id).creates(id, "mother", id, amina));
        }
        String base = "api/odata/cases/v1/" + desk.create("CASE", "mother", ", odata: true") + "/feed?limit=2";
        JsonNode first = json(desk.office.get(base));
        assertThat(texts(first.path("value"), "caseid")).containsExactly("c1", "c2");
        desk.submit(desk.visit("f-more").updates("c1", "village", "Kibera"));
        URI next = URI.create(first.path("@odata.nextLink").asString().replace("$", "%24"));
        JsonNode second = json(
                desk.office.get((next.getRawPath() + "?" + next.getRawQuery()).substring("/a/moving-feeds/".length())));
        assertThat(texts(second.path("value"), "caseid")).containsExactly("c3");
        assertThat(second.has("@odata.nextLink")).isFalse();
    }

    @Test
    void aKeyMayStandWhereAPasswordDoesAndNothingElseOpensAFeed() {
        ExportDesk desk = new ExportDesk(server, "feed-doors");
        desk.submit(desk.visit("f0"));
        String feed = desk.create("FORM", ExportDesk.VISIT, ", odata: true, sharing: EXPORT_ONLY");
        String path = "/a/feed-doors/api/odata/forms/v1/" + feed + "/feed";
        WebUser admin = (WebUser) desk.office.access.actor();
        String key = server.apiKey(admin, Optional.of("feed-doors"));
        Client client = server.client();
        assertThat(client.get(path, "Authorization", Client.basic(admin.username(), key))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get(path, "Authorization", "ApiKey " + admin.username() + ":" + key)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get(path, "Authorization", Client.basic(admin.username(), "0".repeat(40)))
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.get(path + "?username=" + admin.username() + "&api_key=" + key)
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> stranger = client.get(path);
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        String phone = Client.basic("amina@feed-doors.commcarehq.org", Server.PASSWORD);
        assertThat(client.get(path, "Authorization", phone).statusCode()).isEqualTo(403);
        ExportDesk other = new ExportDesk(server, "feed-doors-two");
        assertThat(client.get(path, "Authorization", other.office.authorization())
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.office.get("api/odata/forms/v1/" + feed + "/feed").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoMaySeeOnlyFeedsSeesFeedsAndWhoMayExportOnlyCasesSeesThose() {
        ExportDesk desk = new ExportDesk(server, "feed-rights");
        desk.submit(desk.visit("f0").creates("c1", "mother", "Ruth", desk.worker.userId()));
        String feed = desk.create("FORM", ExportDesk.VISIT, ", odata: true, sharing: EXPORT_ONLY");
        String forms = desk.create("FORM", ExportDesk.VISIT, ", sharing: EXPORT_ONLY");
        String cases = desk.create("CASE", "mother", ", sharing: EXPORT_ONLY");
        String veiled = desk.create("CASE", "mother", ", sharing: EXPORT_ONLY, manner: {deidentified: true}");
        String reader = member(desk, "reader", "corehq.apps.reports.standard.export.ODataFeedListView");
        String ofCases = member(desk, "of-cases", "corehq.apps.reports.standard.export.CaseExportReport");
        String ofVeiled = member(desk, "of-veiled", "corehq.apps.reports.standard.export.DeidExportReport");

        assertThat(seen(reader)).containsExactly(feed);
        assertThat(seen(ofCases)).containsExactly(cases);
        assertThat(seen(ofVeiled)).containsExactly(veiled);
        assertThat(status(reader, "api/odata/forms/v1/" + feed + "/feed")).isEqualTo(200);
        assertThat(status(reader, "data/export/stream/" + feed)).isEqualTo(403);
        assertThat(status(reader, "data/export/stream/" + cases)).isEqualTo(404);
        assertThat(status(ofCases, "data/export/stream/" + cases)).isEqualTo(200);
        assertThat(status(ofCases, "data/export/stream/" + forms)).isEqualTo(404);
        assertThat(status(ofCases, "api/odata/forms/v1/" + feed + "/feed")).isEqualTo(404);
        assertThat(status(ofVeiled, "data/export/stream/" + veiled)).isEqualTo(200);
        assertThat(status(ofVeiled, "data/export/stream/" + cases)).isEqualTo(404);
        assertThat(made(ofCases, "CASE", "")).isEmpty();
        assertThat(made(ofCases, "FORM", "")).isEqualTo("FORBIDDEN");
        assertThat(made(ofVeiled, "CASE", ", manner: {deidentified: true}")).isEqualTo("FORBIDDEN");
        assertThat(made(reader, "FORM", ", odata: true")).isEmpty();
        assertThat(made(reader, "FORM", "")).isEqualTo("FORBIDDEN");
    }

    private int status(String who, String path) {
        return server.client()
                .get("/a/feed-rights/" + path, "Authorization", who)
                .statusCode();
    }

    private List<String> seen(String who) {
        String query = "{\"query\": \"{ project(name: \\\"feed-rights\\\") { exports { nodes { exportId } } } }\"}";
        HttpResponse<String> answer = server.client().post("/graphql", query, "Authorization", who);
        return texts(JsonMapper.shared().readTree(answer.body()).at("/data/project/exports/nodes"), "exportId");
    }

    /** Why an export cannot be made; empty when it was. */
    private String made(String who, String type, String more) {
        String query =
                "{\"query\": \"mutation { createExport(input: {project: \\\"feed-rights\\\", name: \\\"N\\\", identifier:"
                        + " \\\"mother\\\", type: " + type + more + "}) { userErrors { code } } }\"}";
        HttpResponse<String> answer = server.client().post("/graphql", query, "Authorization", who);
        return JsonMapper.shared()
                .readTree(answer.body())
                .at("/data/createExport/userErrors/0/code")
                .asString();
    }

    private String member(ExportDesk desk, String name, String permission) {
        WebUser user = server.webUser(name + "@feed-rights.example.org");
        desk.office.sql("insert into identity.role (project_id, name, permissions) values ('"
                + desk.office.access.project() + "', '" + name + "', '{access_all_locations," + permission + "}')");
        desk.office.sql(
                "insert into identity.membership (project_id, user_id, role_id) select project_id, '" + user.userId()
                        + "', role_id from identity.role where name = '" + name + "' and project_id = '"
                        + desk.office.access.project() + "'");
        return Client.basic(user.username(), Server.PASSWORD);
    }
}

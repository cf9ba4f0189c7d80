// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ApiKeyWish;
import org.baraza.identity.ApiKeys;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.RoleWish;
import org.baraza.identity.Roles;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.testing.FormXml;
import org.baraza.testing.Sink;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Exports over our own REST API: kept, changed, run as jobs, and fetched. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExportsApiTest {
    private static final String EXPORTS = OwnApi.PROJECT + "/exports";
    private static final String EXPORT = EXPORTS + "/{export_id}";
    private static final String MOTHERS = "{\"type\": \"CASE\", \"identifier\": \"mother\", \"name\": \"Mothers\","
            + " \"format\": \"UNZIPPED_CSV\", \"tables\": [{\"path\": \"\", \"label\": \"Mothers\", \"selected\": true,"
            + " \"columns\": [{\"path\": \"name\", \"label\": \"Her name\", \"selected\": true}]}]";

    private Server server;
    private WebUser owner;
    private ProjectAccess access;
    private OwnApi api;

    @BeforeAll
    void aProjectWithACase(Server whole) {
        server = whole;
        owner = whole.webUser("v1-exports@example.org");
        access = whole.project("v1-exports", owner);
        api = new OwnApi(whole.client(), basic(owner.username(), Server.PASSWORD));
        MobileWorker worker = whole.worker(access, "amina");
        var phone = new Phone(whole.client(), "v1-exports", basic("amina", Server.PASSWORD));
        assertThat(phone.submit(FormXml.visit("f1", worker.userId())
                                .creates("c1", "mother", "Halima", worker.userId())
                                .text())
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void anExportIsMadeChangedListedAndDeleted() {
        var made = api.send("post", EXPORTS, "/v1-exports/exports", MOTHERS + "}", "Idempotency-Key", "mothers");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String path = "/v1-exports/exports/" + json(made).path("id").asString();
        assertThat(header(made, "Location")).isEqualTo(OwnApi.PROJECTS + path);
        var read = api.send("get", EXPORT, path, "");
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(api.send("get", EXPORT, path, "", "If-None-Match", header(read, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        JsonNode changed = api.send(
                200,
                "patch",
                EXPORT,
                path,
                "{\"name\": \"All mothers\", \"filter\": {\"dates\": {\"kind\": \"DAYS_AGO\", \"days\": 3}}}",
                "If-Match",
                header(read, "ETag"));
        assertThat(changed.path("name").asString()).isEqualTo("All mothers");
        assertThat(changed.path("tables")).isEqualTo(json(read).path("tables"));
        assertThat(changed.at("/filter/dates/days").asInt()).isEqualTo(3);
        api.send(200, "patch", EXPORT, path, "{\"manner\": {\"deidentified\": true}}");
        JsonNode cells = api.send(
                200, "patch", EXPORT, path, "{\"manner\": {\"formatCells\": true}, \"filter\": {\"userIds\": []}}");
        assertThat(cells.at("/manner/deidentified").asBoolean())
                .as("what is left out stays")
                .isTrue();
        assertThat(cells.at("/manner/transformDates").asBoolean()).isTrue();
        assertThat(cells.at("/filter/dates/days").asInt()).isEqualTo(3);
        api.send(412, "patch", EXPORT, path, "{\"name\": \"Late\"}", "If-Match", header(read, "ETag"));

        JsonNode listed = api.send(200, "get", EXPORTS, "/v1-exports/exports?type=CASE&search=all%20mo&limit=1", "");
        assertThat(listed.at("/items/0/id").asString())
                .isEqualTo(json(made).path("id").asString());
        assertThat(api.send(200, "get", EXPORTS, "/v1-exports/exports?type=FORM&search=all%20mo", "")
                        .path("items"))
                .isEmpty();
        api.send(204, "delete", EXPORT, path, "");
        api.send(404, "get", EXPORT, path, "");
    }

    @Test
    void whatIsUsualIsTakenWhereNoTablesAreNamed() {
        JsonNode tables = api.send(
                        200,
                        "get",
                        OwnApi.PROJECT + "/export-tables",
                        "/v1-exports/export-tables?type=CASE&identifier=mother",
                        "")
                .path("items");
        JsonNode made = api.send(
                201,
                "post",
                EXPORTS,
                "/v1-exports/exports",
                "{\"type\": \"CASE\", \"identifier\": \"mother\", \"name\": \"Usual\"}");
        assertThat(made.path("tables")).isEqualTo(tables);
        for (String wrong : List.of(
                "{\"type\": \"CASE\", \"name\": \"No kind\"}",
                "{\"type\": \"CASE\", \"identifier\": \"mother\", \"name\": \"\"}",
                "{\"type\": \"CASE\", \"identifier\": \"mother\", \"name\": \"n\", \"tables\": [null]}",
                "{\"type\": \"CASE\", \"identifier\": \"mother\", \"name\": \"n\", \"tables\": [{}]}",
                "{\"type\": \"CASE\", \"identifier\": \"mother\", \"name\": \"n\", \"filter\": {\"userIds\": [null]}}",
                "{\"type\": \"CASE\", \"identifier\": \"mother\", \"name\": \"n\", \"filter\": {\"dates\": {}}}")) {
            api.send(400, "post", EXPORTS, "/v1-exports/exports", wrong);
        }
        api.send(400, "get", OwnApi.PROJECT + "/export-tables", "/v1-exports/export-tables?type=CASE", "");
    }

    @Test
    void aRunIsAJobWhoseFileIsFetched() {
        String export = api.send(201, "post", EXPORTS, "/v1-exports/exports", MOTHERS + "}")
                .path("id")
                .asString();
        JsonNode job = ran(api, export, "{}");
        String address = OwnApi.PROJECTS + "/v1-exports/jobs/" + job.path("id").asString() + "/file";
        assertThat(job.path("filePath").asString()).isEqualTo(address);
        var file = server.client().get(address, "Authorization", basic(owner.username(), Server.PASSWORD));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(header(file, "Content-Type")).startsWith("text/csv");
        assertThat(header(file, "Content-Disposition")).contains("attachment", "Mothers");
        assertThat(file.body()).contains("Her name", "Halima");

        JsonNode lines = ran(api, export, "{\"format\": \"JSON_LINES\", \"filter\": {\"userIds\": [\"nobody\"]}}");
        var none = server.client()
                .get(lines.path("filePath").asString(), "Authorization", basic(owner.username(), Server.PASSWORD));
        assertThat(none.body()).doesNotContain("Halima");
        api.send(
                404,
                "get",
                OwnApi.PROJECT + "/jobs/{job_id}/file",
                "/v1-exports/jobs/00000000-0000-0000-0000-000000000000/file",
                "");
        api.send(404, "post", EXPORT + "/runs", "/v1-exports/exports/none/runs", "{}");
        api.send(400, "post", EXPORT + "/runs", "/v1-exports/exports/" + export + "/runs", "{\"mailWhenDone\": true}");
    }

    @Test
    void aKeyWithARoleOfItsOwnFetchesWhatThatRoleMay() {
        String shared = api.send(
                        201, "post", EXPORTS, "/v1-exports/exports", MOTHERS + ", \"sharing\": \"EXPORT_ONLY\"}")
                .path("id")
                .asString();
        OwnApi casesOnly = new OwnApi(server.client(), key(EnumSet.of(Permission.EXPORT_CASES)));
        OwnApi formsOnly = new OwnApi(server.client(), key(EnumSet.of(Permission.EXPORT_FORMS)));
        JsonNode job = ran(casesOnly, shared, "{}");
        String path = "/v1-exports/jobs/" + job.path("id").asString();
        String file = OwnApi.PROJECT + "/jobs/{job_id}/file";
        assertThat(server.client()
                        .get(job.path("filePath").asString(), "Authorization", key(EnumSet.of(Permission.EXPORT_CASES)))
                        .statusCode())
                .as("another role's key")
                .isEqualTo(404);
        formsOnly.send(404, "get", file, path + "/file", "");
        formsOnly.send(404, "post", EXPORT + "/runs", "/v1-exports/exports/" + shared + "/runs", "{}");
        formsOnly.send(403, "post", EXPORTS, "/v1-exports/exports", MOTHERS + "}");
        casesOnly.send(403, "delete", EXPORT, "/v1-exports/exports/" + shared, "");
        api.send(200, "get", OwnApi.PROJECT + "/jobs/{job_id}", path, "");
    }

    /** The job when it is over. */
    private JsonNode ran(OwnApi as, String export, String wish) {
        var accepted = as.send("post", EXPORT + "/runs", "/v1-exports/exports/" + export + "/runs", wish);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String job = header(accepted, "Location").substring(OwnApi.PROJECTS.length());
        Sink.eventually(
                () -> as.send(200, "get", OwnApi.PROJECT + "/jobs/{job_id}", job, "")
                        .has("endedAt"),
                "ran it");
        return as.send(200, "get", OwnApi.PROJECT + "/jobs/{job_id}", job, "");
    }

    private String key(EnumSet<Permission> permissions) {
        permissions.add(Permission.ACCESS_API);
        permissions.add(Permission.ACCESS_ALL_LOCATIONS);
        var role = ProjectScope.in(
                access.project(),
                () -> server.bean(Roles.class)
                        .create(access, new RoleWish("r" + System.nanoTime(), permissions, false, List.of())));
        ApiKeyWish wish = new ApiKeyWish(
                "program", Optional.of("v1-exports"), Optional.empty(), Optional.of(role.roleId()), List.of());
        return "ApiKey " + owner.username() + ":"
                + server.bean(ApiKeys.class).create(owner, wish).secret();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(WholeServer.class)
class WorkersInBulkTest {
    private static final int MANY = 5_000;

    private final Server server;

    WorkersInBulkTest(Server server) {
        this.server = server;
    }

    @Test
    void fiveThousandWorkersGoOutAndComeBackAndThreeBadRowsStopNobodyElse() {
        Office office = new Office(server, "many");
        hire(office);

        byte[] before = office.downloaded("MOBILE_WORKERS");
        JsonNode same = office.uploaded("mobile-workers", before);
        assertThat(same.path("state").asString()).as(same.toString()).isEqualTo("DONE");
        assertThat(same.path("unchanged").asInt()).as(same.toString()).isEqualTo(MANY);

        Map<String, List<List<String>>> book = Office.read(before);
        List<List<String>> users = book.getOrDefault("users", List.of());
        int name = users.getFirst().indexOf("name");
        int language = users.getFirst().indexOf("language");
        for (int row = 1; row <= MANY; row++) {
            users.get(row).set(name, "Nia Number" + row);
        }
        users.get(10).set(users.getFirst().indexOf("user_id"), "f".repeat(32));
        users.get(20).set(users.getFirst().indexOf("is_active"), "perhaps");
        users.get(30).set(language, "x".repeat(200));
        JsonNode job = office.uploaded("mobile-workers", Office.book(book));
        assertThat(job.path("state").asString()).isEqualTo("DONE");
        assertThat(job.path("failed").asInt()).as(job.toString()).isEqualTo(3);
        assertThat(job.path("updated").asInt()).isEqualTo(MANY - 3);
        assertThat(errors(job, "sheet", "row", "column", "code"))
                .containsExactly(
                        "users 11 user_id USER_UNKNOWN",
                        "users 21 is_active NOT_YES_OR_NO",
                        "users 31 language LANGUAGE_INVALID");
        assertThat(job.path("filePath").asString()).endsWith("/file");

        List<List<String>> after =
                Office.read(office.downloaded("MOBILE_WORKERS")).getOrDefault("users", List.of());
        assertThat(after.get(9).get(name)).isEqualTo("Nia Number9");
        assertThat(after.get(10).get(name)).isEqualTo("Worker 10");
        assertThat(after.get(20).get(name)).isEqualTo("Worker 20");
        assertThat(after.get(30).get(name)).isEqualTo("Worker 30");
        assertThat(after.get(MANY).get(name)).isEqualTo("Nia Number" + MANY);
    }

    /** The errors of a job, each by these parts of it. */
    private static List<String> errors(JsonNode job, String... parts) {
        List<String> errors = new ArrayList<>();
        job.at("/errors/nodes")
                .forEach(error -> errors.add(Stream.of(parts)
                        .map(part -> error.path(part).asString())
                        .collect(joining(" "))));
        return errors;
    }

    private static void hire(Office office) {
        office.sql("""
                insert into identity.mobile_worker (project_id, user_id, username, first_name, last_name, role_id,
                  password_hash, created_by, phone_numbers, user_data)
                select role.project_id, md5('many' || n), 'w' || lpad(n::text, 5, '0'), 'Worker', n::text, role.role_id,
                  '', 'test', array['+2547' || n], jsonb_build_object('village', 'v' || n % 7)
                from generate_series(1, 5000) n, identity.role role where role.name = 'Mobile Worker Default'""");
    }

    @Test
    void aRowMakesAWorkerWithGroupsAndLocationsOrNothingOfHer() {
        Office office = new Office(server, "hiring");
        JsonNode places = office.uploaded(
                "locations",
                Office.book(Map.of(
                        "types",
                        List.of(List.of("code", "name", "parent_code"), List.of("village", "Village", "")),
                        "village",
                        List.of(List.of("site_code", "name", "parent_site_code"), List.of("kisumu", "Kisumu", "")))));
        assertThat(places.path("created").asInt()).as(places.toString()).isEqualTo(2);
        byte[] book = Office.book(Map.of(
                "groups",
                List.of(List.of("id", "name", "case-sharing?"), List.of("", "North", "yes")),
                "users",
                List.of(
                        List.of("username", "password", "name", "group 1", "location_code 1"),
                        List.of("amina", "long-enough-7", "Amina Otieno", "north", "kisumu"),
                        List.of("baraka", "long-enough-7", "Baraka", "north", "nowhere"),
                        List.of("chausiku", "short", "Chausiku", "north", "kisumu"),
                        List.of("amina", "", "Amina Again", "", ""))));
        JsonNode rehearsal = office.uploaded("mobile-workers", book, "checkOnly", "true");
        JsonNode job = office.uploaded("mobile-workers", book);
        for (JsonNode each : List.of(rehearsal, job)) {
            assertThat(each.path("created").asInt()).as(each.toString()).isEqualTo(2);
            assertThat(each.path("failed").asInt()).as(each.toString()).isEqualTo(3);
            assertThat(each.at("/errors/nodes").toString())
                    .contains("LOCATION_UNKNOWN", "PASSWORD_TOO_SHORT", "ROW_TWICE");
        }
        assertThat(refusalOfRenaming(office))
                .isEqualTo("Changing usernames is not supported: the worker of that id is amina.");
        JsonNode worker = office.graphQl()
                .ask(
                        "query($p: String!) { project(name: $p) { mobileWorkers { nodes { username firstName"
                                + " groups { name } locations { siteCode } } } } }",
                        Map.of("p", office.project()))
                .at("/project/mobileWorkers/nodes");
        assertThat(worker.toString())
                .isEqualTo("[{\"username\":\"amina\",\"firstName\":\"Amina\",\"groups\":[{\"name\":\"North\"}],"
                        + "\"locations\":[{\"siteCode\":\"kisumu\"}]}]");
        JsonNode same = office.uploaded("mobile-workers", office.downloaded("MOBILE_WORKERS"));
        assertThat(same.path("unchanged").asInt()).as(same.toString()).isEqualTo(2);
    }

    @Test
    void theSheetSaysWhenAWorkerWasLastHeardOf() {
        Office office = new Office(server, "heard");
        office.uploaded(
                "mobile-workers",
                Office.book(Map.of(
                        "users",
                        List.of(
                                List.of("username", "password"),
                                List.of("amina", "long-enough-7"),
                                List.of("baraka", "long-enough-7")))));
        office.sql("""
                insert into forms.form (project_id, form_id, state, xmlns, user_id, received_on, content_md5, xml, xml_length, path)
                select project_id, 'heard-1', 1, 'urn:x', user_id, '2026-03-01T10:00:00Z', '', '', 0, '/'
                from identity.mobile_worker where username = 'amina'""");
        office.sql("""
                insert into devices.device (project_id, user_id, device_id, first_seen_on, seen_on, last_sync_on)
                select project_id, user_id, 'phone', now(), now(), '2026-03-02T11:00:00Z'
                from identity.mobile_worker where username = 'amina'""");
        List<List<String>> users =
                Office.read(office.downloaded("MOBILE_WORKERS")).getOrDefault("users", List.of());
        int submission = users.getFirst().indexOf("last_submission (read only)");
        assertThat(users.get(1).get(submission)).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(users.get(2)).as("nothing behind when she was made").hasSize(submission);
        assertThat(users.getFirst()).endsWith("last_sync (read only)");
        assertThat(users.get(1)).endsWith("2026-03-02T11:00:00Z");
    }

    private static String refusalOfRenaming(Office office) {
        List<List<String>> users =
                Office.read(office.downloaded("MOBILE_WORKERS")).getOrDefault("users", List.of());
        int id = users.getFirst().indexOf("user_id");
        JsonNode job = office.uploaded(
                "mobile-workers",
                Office.book(Map.of(
                        "users",
                        List.of(
                                List.of("username", "user_id"),
                                List.of("zawadi", users.get(1).get(id))))));
        assertThat(job.at("/errors/nodes/0/code").asString()).as(job.toString()).isEqualTo("USERNAME_CHANGED");
        return job.at("/errors/nodes/0/message").asString();
    }

    @Test
    void aMonthSaysFromWhenSheIsNoLongerLetIn() {
        Office office = new Office(server, "seasonal");
        List<String> header = List.of("username", "password", "deactivate_after");
        JsonNode job = office.uploaded(
                "mobile-workers",
                Office.book(Map.of(
                        "users",
                        List.of(
                                header,
                                List.of("amina", "long-enough-7", "03-2099"),
                                List.of("baraka", "long-enough-7", "2099-03"),
                                List.of("chausiku", "long-enough-7", "01-2020")))));
        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(1);
        assertThat(errors(job, "column", "code"))
                .containsExactly("deactivate_after MONTH_INVALID", "deactivate_after DAY_PAST");
        assertThat(days(office)).isEqualTo("[{\"deactivateAfter\":\"2099-03-01\"}]");

        byte[] sheet = office.downloaded("MOBILE_WORKERS");
        List<List<String>> users = Office.read(sheet).getOrDefault("users", List.of());
        assertThat(users.get(1).get(users.getFirst().indexOf("deactivate_after")))
                .isEqualTo("03-2099");
        assertThat(office.uploaded("mobile-workers", sheet).path("unchanged").asInt())
                .isEqualTo(1);

        office.uploaded(
                "mobile-workers", Office.book(Map.of("users", List.of(header, List.of("amina", "", "2098-07-15")))));
        assertThat(days(office)).isEqualTo("[{\"deactivateAfter\":\"2098-07-15\"}]");
        office.uploaded("mobile-workers", Office.book(Map.of("users", List.of(header, List.of("amina", "", "")))));
        assertThat(days(office)).isEqualTo("[{\"deactivateAfter\":null}]");
        assertThat(Office.read(office.downloaded("MOBILE_WORKERS"))
                        .getOrDefault("users", List.of())
                        .getFirst())
                .doesNotContain("deactivate_after");
    }

    private static String days(Office office) {
        return office.graphQl()
                .ask(
                        "query($p: String!) { project(name: $p) { mobileWorkers { nodes { deactivateAfter } } } }",
                        Map.of("p", office.project()))
                .at("/project/mobileWorkers/nodes")
                .toString();
    }

    @Test
    void aRowGivesARoleAndTheSheetSaysWhichOneSheHas() {
        Office office = new Office(server, "promoting");
        List<String> header = List.of("username", "password", "role");
        JsonNode job = office.uploaded(
                "mobile-workers",
                Office.book(Map.of(
                        "users",
                        List.of(
                                header,
                                List.of("amina", "long-enough-7", "read only"),
                                List.of("baraka", "long-enough-7", ""),
                                List.of("chausiku", "long-enough-7", "Admin")))));
        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(2);
        assertThat(job.at("/errors/nodes/0/code").asString()).isEqualTo("ROLE_UNKNOWN");
        assertThat(job.at("/errors/nodes/0/column").asString()).isEqualTo("role");
        byte[] sheet = office.downloaded("MOBILE_WORKERS");
        List<List<String>> users = Office.read(sheet).getOrDefault("users", List.of());
        int role = users.getFirst().indexOf("role");
        assertThat(users.get(1).get(role)).isEqualTo("Read Only");
        assertThat(users.get(2).get(role)).isEqualTo("Mobile Worker Default");
        assertThat(office.uploaded("mobile-workers", sheet).path("unchanged").asInt())
                .isEqualTo(2);
        JsonNode changed = office.uploaded(
                "mobile-workers",
                Office.book(Map.of("users", List.of(header, List.of("baraka", "", "Field Implementer")))));
        assertThat(changed.path("updated").asInt()).as(changed.toString()).isEqualTo(1);
        JsonNode known = office.graphQl()
                .ask(
                        "query($p: String!) { project(name: $p) { workerRoles mobileWorkers { nodes { role } }"
                                + " auditLog(first: 1, filter: {action: \"mobile_worker.edited\"}) { nodes { channel detail } } } }",
                        Map.of("p", office.project()))
                .path("project");
        assertThat(known.at("/mobileWorkers/nodes").toString())
                .isEqualTo("[{\"role\":\"Read Only\"},{\"role\":\"Field Implementer\"}]");
        assertThat(known.path("workerRoles").toString()).contains("App Editor").doesNotContain("\"Admin\"");
        assertThat(known.at("/auditLog/nodes/0/channel").asString()).isEqualTo("BULK");
        assertThat(known.at("/auditLog/nodes/0/detail/new.role").asString()).isEqualTo("Field Implementer");
    }

    @Test
    void whoeverMayNotSeeEveryLocationHiresAtHerOwnOnly() {
        Office office = new Office(server, "supervised");
        office.uploaded(
                "locations",
                Office.book(Map.of(
                        "types",
                        List.of(List.of("code", "name", "parent_code"), List.of("village", "Village", "")),
                        "village",
                        List.of(
                                List.of("site_code", "name", "parent_site_code"),
                                List.of("kisumu", "Kisumu", ""),
                                List.of("siaya", "Siaya", "")))));
        JsonNode job = office.colleague("supervisor", "edit_commcare_users,view_locations", "kisumu")
                .uploaded(
                        "mobile-workers",
                        Office.book(Map.of(
                                "users",
                                List.of(
                                        List.of("username", "password", "is_active", "location_code 1"),
                                        List.of("amina", "long-enough-7", "no", "kisumu"),
                                        List.of("baraka", "long-enough-7", "no", "siaya")))));
        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(1);
        assertThat(job.path("failed").asInt()).as(job.toString()).isEqualTo(1);
        assertThat(job.at("/errors/nodes").toString()).contains("LOCATION_UNKNOWN");
    }

    @Test
    void whatIsDoneToAllThatMatchIsDoneOnceToEach() {
        Office office = new Office(server, "acting");
        hire(office);
        JsonNode started = office.graphQl()
                .ask(
                        "mutation($p: String!) { startBulkAction(input: {project: $p, action: DEACTIVATE_MOBILE_WORKERS,"
                                + " mobileWorkers: {search: \"w000\", active: true}}) { job { jobId } userErrors { code } } }",
                        Map.of("p", office.project()))
                .path("startBulkAction");
        JsonNode job = office.ended(started.at("/job/jobId").asString());
        assertThat(job.path("updated").asInt()).as(job.toString()).isEqualTo(99);
        assertThat(office.graphQl()
                        .ask(
                                "query($p: String!) { project(name: $p) { mobileWorkers(active: true) { totalCount } } }",
                                Map.of("p", office.project()))
                        .at("/project/mobileWorkers/totalCount")
                        .asInt())
                .isEqualTo(MANY - 99);
    }

    @Test
    void allThatMatchAreThoseOfTheGroupAtThePlaceAndBelow() {
        Office office = new Office(server, "narrowing");
        office.uploaded(
                "locations",
                Office.book(Map.of(
                        "types",
                        List.of(
                                List.of("code", "name", "parent_code"),
                                List.of("ward", "Ward", ""),
                                List.of("village", "Village", "ward")),
                        "ward",
                        List.of(List.of("site_code", "name", "parent_site_code"), List.of("ahero", "Ahero", "")),
                        "village",
                        List.of(List.of("site_code", "name", "parent_site_code"), List.of("tura", "Tura", "ahero")))));
        JsonNode hired = office.uploaded(
                "mobile-workers",
                Office.book(Map.of(
                        "groups",
                        List.of(List.of("id", "name"), List.of("", "North")),
                        "users",
                        List.of(
                                List.of("username", "password", "group 1", "location_code 1"),
                                List.of("amina", "long-enough-7", "North", "ahero"),
                                List.of("baraka", "long-enough-7", "North", "tura"),
                                List.of("chausiku", "long-enough-7", "", "tura"),
                                List.of("dalila", "long-enough-7", "North", "")))));
        assertThat(hired.path("created").asInt()).as(hired.toString()).isEqualTo(5);
        JsonNode belongings = office.graphQl()
                .ask(
                        "query($p: String!) { project(name: $p) { groups { nodes { groupId } }"
                                + " locations(filter: {siteCode: \"ahero\"}) { nodes { locationId } } } }",
                        Map.of("p", office.project()));
        String group = belongings.at("/project/groups/nodes/0/groupId").asString();
        String ward = belongings.at("/project/locations/nodes/0/locationId").asString();
        Map<String, Object> narrowed = Map.of("p", office.project(), "g", group, "l", ward);

        JsonNode deactivated = office.graphQl()
                .ask(
                        "mutation($p: String!, $g: String!, $l: String!) { startBulkAction(input: {project: $p,"
                                + " action: DEACTIVATE_MOBILE_WORKERS, mobileWorkers: {groupId: $g, locationId: $l}})"
                                + " { job { jobId } userErrors { code } } }",
                        narrowed);
        JsonNode job = office.ended(deactivated.at("/startBulkAction/job/jobId").asString());
        assertThat(job.path("updated").asInt()).as(job.toString()).isEqualTo(2);

        JsonNode download = office.graphQl()
                .ask(
                        "mutation($p: String!, $g: String!, $l: String!) { startDownload(input: {project: $p,"
                                + " workbook: MOBILE_WORKERS, mobileWorkers: {groupId: $g, locationId: $l}})"
                                + " { job { jobId } userErrors { code } } }",
                        narrowed);
        List<List<String>> users = Office.read(
                        office.fetched(download.at("/startDownload/job/jobId").asString()))
                .getOrDefault("users", List.of());
        int active = users.getFirst().indexOf("is_active");
        assertThat(users.stream().skip(1).map(row -> row.getFirst() + " " + row.get(active)))
                .containsExactly("amina no", "baraka no");
    }
}

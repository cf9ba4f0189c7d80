// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Actor.WebUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(WholeServer.class)
class WebUsersInBulkTest {
    private final Server server;

    WebUsersInBulkTest(Server server) {
        this.server = server;
    }

    private static JsonNode uploaded(Office office, List<List<String>> rows, String... fields) {
        return office.uploaded("web-users", Office.book(Map.of("users", rows)), fields);
    }

    private static JsonNode people(Office office) {
        return office.graphQl()
                .ask(
                        "query($p: String!) { project(name: $p) { members { nodes { username role active } }"
                                + " invitations { nodes { email role locationIds } } } }",
                        Map.of("p", office.project()))
                .path("project");
    }

    private static List<String> errors(JsonNode job) {
        List<String> errors = new ArrayList<>();
        job.at("/errors/nodes")
                .forEach(error -> errors.add(
                        error.path("row").asInt() + " " + error.path("column").asString() + " "
                                + error.path("code").asString()));
        return errors;
    }

    private void join(Office office, WebUser user, String role) {
        office.sql("insert into identity.membership (project_id, user_id, role_id) select project_id, '" + user.userId()
                + "', role_id from identity.role where name = '" + role + "' and project_id = '"
                + office.access.project() + "'");
    }

    @Test
    void membersChangeStrangersAreInvitedAndWhatIsWrongIsNamed() {
        Office office = new Office(server, "staffing");
        WebUser nurse = server.webUser("nurse@staffing.example.org");
        WebUser clerk = server.webUser("clerk@staffing.example.org");
        join(office, nurse, "Read Only");
        join(office, clerk, "Read Only");
        office.uploaded(
                "locations",
                Office.book(Map.of(
                        "types",
                        List.of(List.of("code", "name", "parent_code"), List.of("village", "Village", "")),
                        "village",
                        List.of(List.of("site_code", "name", "parent_site_code"), List.of("kisumu", "Kisumu", "")))));
        List<List<String>> rows = List.of(
                List.of("username", "first_name", "role", "location_code 1", "status", "remove", "data: desk"),
                List.of("Nurse@staffing.example.org", "", "App Editor", "kisumu", "Active User", "", "7"),
                List.of("clerk@staffing.example.org", "", "", "", "", "yes", ""),
                List.of("new@staffing.example.org", "New", "Read Only", "kisumu", "", "", "8"),
                List.of("staffing@example.org", "", "Admin", "", "", "yes", ""),
                List.of("no address", "", "Read Only", "", "", "", ""),
                List.of("a@staffing.example.org", "", "No Such Role", "", "", "", ""),
                List.of("b@staffing.example.org", "", "Read Only", "nowhere", "", "", ""),
                List.of("c@staffing.example.org", "", "Read Only", "", "Invited", "", ""),
                List.of("d@staffing.example.org", "", "", "", "", "", ""),
                List.of("e@staffing.example.org", "", "Read Only", "", "Asleep", "", ""),
                List.of("f@staffing.example.org", "", "", "", "", "yes", ""),
                List.of("g@staffing.example.org", "", "Read Only", "", "Deactivated", "", ""),
                List.of("new@staffing.example.org", "", "Read Only", "", "", "", ""));
        JsonNode rehearsal = uploaded(office, rows, "checkOnly", "true");
        assertThat(people(office).at("/invitations/nodes")).isEmpty();
        JsonNode job = uploaded(office, rows);
        for (JsonNode each : List.of(rehearsal, job)) {
            assertThat(errors(each))
                    .containsExactly(
                            "5 remove YOURSELF",
                            "6 username EMAIL_INVALID",
                            "7 role ROLE_UNKNOWN",
                            "8 location_code 1 LOCATION_UNKNOWN",
                            "9 status NOT_INVITED",
                            "10 role ROLE_MISSING",
                            "11 status STATUS_UNKNOWN",
                            "12 remove NOT_A_MEMBER",
                            "13 status NOT_A_MEMBER",
                            "14 username ROW_TWICE");
            assertThat(List.of(
                            each.path("created").asInt(),
                            each.path("updated").asInt(),
                            each.path("deleted").asInt()))
                    .as(each.toString())
                    .isEqualTo(List.of(1, 1, 1));
        }
        JsonNode after = people(office);
        assertThat(after.at("/members/nodes").toString())
                .contains("{\"username\":\"nurse@staffing.example.org\",\"role\":\"App Editor\",\"active\":true}")
                .contains("{\"username\":\"staffing@example.org\",\"role\":\"Admin\",\"active\":true}")
                .doesNotContain("clerk@");
        assertThat(after.at("/invitations/nodes")).hasSize(1);
        assertThat(after.at("/invitations/nodes/0/email").asString()).isEqualTo("new@staffing.example.org");
        assertThat(after.at("/invitations/nodes/0/locationIds")).hasSize(1);
    }

    @Test
    void whatGoesOutComesBackAndInvitationsChangeAndGoByTheSameColumns() {
        Office office = new Office(server, "returning");
        WebUser nurse = server.webUser("nurse@returning.example.org");
        join(office, nurse, "Read Only");
        uploaded(
                office,
                List.of(
                        List.of("username", "role", "data: desk"),
                        List.of("one@returning.example.org", "Read Only", "1"),
                        List.of("two@returning.example.org", "Read Only", "")));
        byte[] book = office.downloaded("WEB_USERS");
        List<List<String>> users = Office.read(book).getOrDefault("users", List.of());
        assertThat(users.getFirst())
                .containsExactly(
                        "username",
                        "first_name",
                        "last_name",
                        "email",
                        "role",
                        "location_code 1",
                        "status",
                        "remove",
                        "domain",
                        "uncategorized_data: desk");
        assertThat(users).hasSize(5);
        JsonNode same = office.uploaded("web-users", book);
        assertThat(same.path("unchanged").asInt()).as(same.toString()).isEqualTo(4);
        assertThat(errors(same)).isEmpty();

        JsonNode job = uploaded(
                office,
                List.of(
                        List.of("username", "role", "status", "remove", "uncategorized_data: desk"),
                        List.of("one@returning.example.org", "App Editor", "Invited", "", "2"),
                        List.of("two@returning.example.org", "Read Only", "", "yes", ""),
                        List.of("nurse@returning.example.org", "Read Only", "Deactivated", "", ""),
                        List.of("returning@example.org", "Read Only", "", "", "")));
        assertThat(errors(job)).containsExactly("5 role LAST_ADMIN");
        assertThat(job.path("updated").asInt()).as(job.toString()).isEqualTo(2);
        assertThat(job.path("deleted").asInt()).as(job.toString()).isEqualTo(1);
        assertThat(people(office).at("/invitations/nodes").toString())
                .contains("\"one@returning.example.org\",\"role\":\"App Editor\"")
                .doesNotContain("two@");
        List<List<String>> since = Office.read(office.downloaded("WEB_USERS")).getOrDefault("users", List.of());
        assertThat(since).anySatisfy(row -> assertThat(row).contains("nurse@returning.example.org", "Deactivated"));
        assertThat(since)
                .anySatisfy(row -> assertThat(row).contains("one@returning.example.org", "N/A", "Invited", "2"));
    }

    @Test
    void anotherProjectsPeopleAreStrangersAndWhoKeepsNoWebUsersIsRefused() {
        Office theirs = new Office(server, "theirs");
        Office ours = new Office(server, "ours");
        WebUser nurse = server.webUser("nurse@theirs.example.org");
        join(theirs, nurse, "Read Only");
        uploaded(theirs, List.of(List.of("username", "role"), List.of("waiting@theirs.example.org", "Read Only")));
        JsonNode job = uploaded(
                ours,
                List.of(
                        List.of("username", "role", "remove", "domain"),
                        List.of("nurse@theirs.example.org", "", "yes", ""),
                        List.of("waiting@theirs.example.org", "", "yes", ""),
                        List.of("other@theirs.example.org", "Read Only", "", "theirs")));
        assertThat(errors(job))
                .containsExactly("2 remove NOT_A_MEMBER", "3 remove NOT_A_MEMBER", "4 domain OTHER_PROJECT");
        assertThat(people(theirs).toString()).contains("nurse@theirs", "waiting@theirs");
        assertThat(Office.read(ours.downloaded("WEB_USERS")).getOrDefault("users", List.of()))
                .hasSize(2);

        Office clerk = ours.colleague("clerk", "edit_commcare_users,view_web_users,access_all_locations", "");
        assertThat(clerk.upload("web-users", Office.book(Map.of("users", List.of(List.of("username", "role")))))
                        .statusCode())
                .isEqualTo(403);
        JsonNode workers = clerk.uploaded(
                "mobile-workers",
                Office.book(Map.of(
                        "users",
                        List.of(
                                List.of("username", "password", "role", "web_user"),
                                List.of("amina", "long-enough-7", "", "ours@example.org"),
                                List.of("baraka", "long-enough-7", "", "")))));
        assertThat(errors(workers)).containsExactly("2 web_user FORBIDDEN");
        assertThat(workers.path("created").asInt()).as(workers.toString()).isEqualTo(1);
    }

    @Test
    void aRowOfAWorkerBringsTheWebUserWhoSignsInAsHer() {
        Office office = new Office(server, "pairing");
        WebUser nurse = server.webUser("nurse@pairing.example.org");
        join(office, nurse, "Read Only");
        List<String> header = List.of("username", "password", "role", "web_user", "remove_web_user");
        JsonNode job = office.uploaded(
                "mobile-workers",
                Office.book(Map.of(
                        "users",
                        List.of(
                                header,
                                List.of("amina", "long-enough-7", "Read Only", "boss@pairing.example.org", ""),
                                List.of("baraka", "long-enough-7", "App Editor", "Boss@pairing.example.org", ""),
                                List.of("chausiku", "long-enough-7", "Read Only", "nurse@pairing.example.org", "yes"),
                                List.of("dalila", "long-enough-7", "", "nobody@pairing.example.org", ""),
                                List.of("eshe", "long-enough-7", "Read Only", "", "yes")))));
        assertThat(errors(job)).containsExactly("5 role ROLE_MISSING", "6 remove_web_user WEB_USER_MISSING");
        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(3);
        JsonNode after = people(office);
        assertThat(after.at("/members/nodes").toString()).doesNotContain("nurse@");
        assertThat(after.at("/invitations/nodes")).hasSize(1);
        assertThat(after.at("/invitations/nodes/0/role").asString())
                .as("the second row changes the invitation of the first")
                .isEqualTo("App Editor");
        List<List<String>> users =
                Office.read(office.downloaded("MOBILE_WORKERS")).getOrDefault("users", List.of());
        assertThat(users.get(1)).contains("amina", "boss@pairing.example.org");
        assertThat(users).hasSize(4);
    }
}

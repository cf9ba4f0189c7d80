// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/** Changing workers, what is asked to be known of them, and lookup tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleAndTablesTest {
    private final Server server = new Server();
    private WebUser admin;
    private WebUser stranger;
    private ProjectAccess demo;

    @BeforeAll
    void aProject() {
        admin = server.world.webUser("admin@example.org");
        stranger = server.world.webUser("stranger@example.org");
        demo = server.world.project("demo", admin);
        server.world.project("rows", admin);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void aWorkerIsChangedAndThenDeletedAndHerCasesStillNameHer() {
        String id = server.world.worker(demo, "amina").userId();
        server.work.submit(demo, FormXml.visit("f1", id).creates("m1", "mother", "Achieng", id));
        Response changed = ask(
                "mutation($id: String!) { updateMobileWorker(input: {project: \"demo\", userId: $id, lastName: \"J\","
                        + " phoneNumbers: [\"1\"], userData: {village: \"Ahero\"}}) { mobileWorker { lastName"
                        + " phoneNumbers email language userData deleted } userErrors { code } } }",
                Map.of("id", id));
        changed.path("updateMobileWorker.mobileWorker")
                .entity(Map.class)
                .isEqualTo(Map.of(
                        "lastName",
                        "J",
                        "phoneNumbers",
                        List.of("1"),
                        "email",
                        "",
                        "language",
                        "",
                        "userData",
                        Map.of("village", "Ahero"),
                        "deleted",
                        false));
        String delete = "mutation { deleteMobileWorker(input: {project: \"demo\", userId: \"" + id
                + "\"}) { userErrors { code } } }";
        assertThat(errors(stranger, delete, "deleteMobileWorker")).containsExactly("NOT_FOUND");
        assertThat(errors(admin, delete, "deleteMobileWorker")).isEmpty();
        assertThat(errors(admin, delete, "deleteMobileWorker")).containsExactly("NOT_FOUND");
        Response left = ask(
                "{ project(name: \"demo\") { mobileWorkers(search: \"amina\") { totalCount }"
                        + " case(caseId: \"m1\") { owner { username ... on MobileWorker { deleted } } } } }",
                Map.of());
        left.path("project.mobileWorkers.totalCount").entity(Integer.class).isEqualTo(0);
        left.path("project.case.owner").entity(Map.class).isEqualTo(Map.of("username", "amina", "deleted", true));
    }

    @Test
    void profilesOfManyWorkersAreOneStatement() {
        ask(
                        "mutation { setUserDataFields(input: {project: \"demo\", fields: [{slug: \"ward\", label: \"Ward\"}]})"
                                + " { userDataFields { slug label required choices regex regexMessage }"
                                + " userErrors { code } } }",
                        Map.of())
                .path("setUserDataFields.userDataFields[0].slug")
                .entity(String.class)
                .isEqualTo("ward");
        String profile = ask(
                        "mutation { createUserDataProfile(input: {project: \"demo\", name: \"North\","
                                + " fields: {ward: \"Ahero\"}}) { userDataProfile { profileId } userErrors { code } } }",
                        Map.of())
                .path("createUserDataProfile.userDataProfile.profileId")
                .entity(String.class)
                .get();
        for (String name : new String[] {"north1", "north2", "north3"}) {
            ask(
                            "mutation($name: String!, $data: JSON!) { createMobileWorker(input: {project: \"demo\","
                                    + " username: $name, password: \"correct-horse-7\", userData: $data})"
                                    + " { userErrors { code } } }",
                            Map.of("name", name, "data", Map.of("commcare_profile", profile)))
                    .path("createMobileWorker.userErrors")
                    .entityList(Map.class)
                    .hasSize(0);
        }
        server.counted.forget();
        ask(
                        "{ project(name: \"demo\") { mobileWorkers(search: \"north\", orderBy: CREATED_DESC)"
                                + " { nodes { username userDataProfile { name fields } userData } } } }",
                        Map.of())
                .path("project.mobileWorkers.nodes[*].userDataProfile.name")
                .entityList(String.class)
                .containsExactly("North", "North", "North");
        assertThat(server.counted.statements())
                .filteredOn(sql -> sql.contains("user_data_profile"))
                .hasSize(1);
        assertThat(errors(
                        admin,
                        "mutation { deleteUserDataProfile(input: {project: \"demo\", profileId: \"" + profile
                                + "\"}) { userErrors { code } } }",
                        "deleteUserDataProfile"))
                .containsExactly("PROFILE_IN_USE");
        assertThat(errors(
                        admin,
                        "mutation { setUserDataFields(input: {project: \"demo\", fields: [{slug: \"x y\", label: \"X\"}]})"
                                + " { userErrors { code field } } }",
                        "setUserDataFields"))
                .containsExactly("SLUG_INVALID");
    }

    @Test
    void rowsAndOwnersOfManyTablesAreReadTogether() {
        for (String tag : new String[] {"clinic", "district"}) {
            String table = ask(
                            "mutation($tag: String!) { createLookupTable(input: {project: \"demo\", tag: $tag,"
                                    + " fields: [{name: \"name\", properties: [\"lang\"], indexed: true}]})"
                                    + " { lookupTable { tableId } userErrors { code } } }",
                            Map.of("tag", tag))
                    .path("createLookupTable.lookupTable.tableId")
                    .entity(String.class)
                    .get();
            for (String name : new String[] {"a", "b", "c"}) {
                ask(
                                "mutation($table: String!, $name: String!) { createLookupRow(input: {project: \"demo\","
                                        + " tableId: $table, fields: [{name: \"name\", values: [{value: $name,"
                                        + " properties: {lang: \"en\"}}]}], owners: [{kind: GROUP, id: \"g-1\"}]})"
                                        + " { lookupRow { rowId } userErrors { code } } }",
                                Map.of("table", table, "name", name))
                        .path("createLookupRow.userErrors")
                        .entityList(Map.class)
                        .hasSize(0);
            }
        }
        server.counted.forget();
        Response read = ask(
                "{ project(name: \"demo\") { lookupTables { totalCount nodes { tag rows(first: 2) { totalCount"
                        + " pageInfo { hasNextPage } nodes { sortKey fields { name values { value properties } }"
                        + " owners { kind id } } } } } } }",
                Map.of());
        read.path("project.lookupTables.nodes[*].tag").entityList(String.class).containsExactly("clinic", "district");
        read.path("project.lookupTables.nodes[1].rows.nodes[1].fields[0].values[0].value")
                .entity(String.class)
                .isEqualTo("b");
        read.path("project.lookupTables.nodes[0].rows.nodes[0].owners[0]")
                .entity(Map.class)
                .isEqualTo(Map.of("kind", "GROUP", "id", "g-1"));
        // the list, which its first page shows whole; for each table a page and its count; owners of all rows
        assertThat(server.counted.transactions()).isEqualTo(3);
        assertThat(server.counted.statements()).hasSize(3 + 1 + 4 + 1);
    }

    @Test
    void aRowIsChangedInPart() {
        String table = ask(
                        "mutation { createLookupTable(input: {project: \"rows\", tag: \"ward\", fields: []})"
                                + " { lookupTable { tableId } } }",
                        Map.of())
                .path("createLookupTable.lookupTable.tableId")
                .entity(String.class)
                .get();
        String row = ask(
                        "mutation { createLookupRow(input: {project: \"rows\", tableId: \"" + table
                                + "\", fields: [{name: \"n\", values: [{value: \"v\"}]}], owners: [{kind: USER, id: \"u\"}]})"
                                + " { lookupRow { rowId } } }",
                        Map.of())
                .path("createLookupRow.lookupRow.rowId")
                .entity(String.class)
                .get();
        Response moved = ask(
                "mutation { updateLookupRow(input: {project: \"rows\", rowId: \"" + row + "\", sortKey: 7,"
                        + " itemAttributes: {kind: \"x\"}, owners: []}) { lookupRow { sortKey itemAttributes"
                        + " fields { name } owners { id } } userErrors { code } } }",
                Map.of());
        moved.path("updateLookupRow.lookupRow")
                .entity(Map.class)
                .isEqualTo(Map.of(
                        "sortKey", 7,
                        "itemAttributes", Map.of("kind", "x"),
                        "fields", List.of(Map.of("name", "n")),
                        "owners", List.of()));
        String delete = "mutation { deleteLookupRow(input: {project: \"rows\", rowId: \"" + row
                + "\"}) { userErrors { code } } }";
        assertThat(errors(stranger, delete, "deleteLookupRow")).containsExactly("NOT_FOUND");
        assertThat(errors(admin, delete, "deleteLookupRow")).isEmpty();
        assertThat(errors(admin, delete, "deleteLookupRow")).containsExactly("NOT_FOUND");
    }

    private Response ask(String document, Map<String, Object> variables) {
        return server.ask(admin, document, variables);
    }

    private List<String> errors(WebUser actor, String document, String mutation) {
        return server.ask(actor, document)
                .path(mutation + ".userErrors[*].code")
                .entityList(String.class)
                .get();
    }
}

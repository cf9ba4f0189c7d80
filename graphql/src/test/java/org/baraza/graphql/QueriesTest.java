// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.forms.Submission.Attachment;
import org.baraza.identity.Actor;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesTest {
    private final Server server = new Server();
    private WebUser admin;
    private WebUser stranger;
    private ProjectAccess demo;
    private MobileWorker amina;

    @BeforeAll
    void twoProjects() {
        admin = server.world.webUser("admin@example.org");
        stranger = server.world.webUser("stranger@example.org");
        demo = server.world.project("demo", admin);
        amina = server.world.worker(demo, "amina");
        fill(demo, amina, 60);
        ProjectAccess other = server.world.project("other", admin);
        fill(other, server.world.worker(other, "baraka"), 3);
    }

    private void fill(ProjectAccess project, MobileWorker worker, int mothers) {
        server.work.submit(
                project,
                FormXml.visit("home", worker.userId())
                        .creates("h1", "household", project.projectName() + " home", worker.userId())
                        .stocks("h1", "soap", 4));
        for (int n = 0; n < mothers; n++) {
            server.work.submit(
                    project,
                    FormXml.visit("f" + n, worker.userId())
                            .creates("m" + n, "mother", "Mother " + n, worker.userId())
                            .links("m" + n, "parent", "household", "h1")
                            .updates("m" + n, "village", "Ahero"));
        }
        server.work.submit(
                project,
                FormXml.visit("last", worker.userId())
                        .updates("m0", "village", "Kisumu")
                        .text(),
                server.world.clock.instant(),
                List.of(new Attachment("a photo.jpg", "image/jpeg", 12, "blob", null)));
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void aPageOfFiftyCasesWithOwnersAndTargetsCostsAFixedNumberOfStatements() {
        server.ask(admin, "{ project(name: \"demo\") { name } }");
        server.counted.forget();
        server.ask(admin, """
                        { project(name: "demo") { cases(first: 50, filter: {type: "mother"}) { totalCount
                          nodes { name owner { displayName } modifiedByUser { username }
                                  indices { case { name } } } } } }
                        """)
                .path("project.cases.nodes")
                .entityList(Map.class)
                .hasSize(50)
                .path("project.cases.totalCount")
                .entity(Integer.class)
                .isEqualTo(60)
                .path("project.cases.nodes[0].indices[0].case.name")
                .entity(String.class)
                .isEqualTo("demo home")
                .path("project.cases.nodes[0].owner.displayName")
                .entity(String.class)
                .isEqualTo("amina");
        // list + stamp + count, users (workers, members), targets: three transactions, six statements besides their
        // beginnings
        assertThat(server.counted.transactions()).isEqualTo(3);
        assertThat(server.counted.statements()).hasSize(3 + 6);
    }

    @Test
    void aCountIsReadOnlyWhenItIsSelected() {
        server.ask(admin, "{ project(name: \"demo\") { name } }");
        server.counted.forget();
        server.ask(admin, "{ project(name: \"demo\") { cases { nodes { name } } } }");
        assertThat(server.counted.statements()).noneMatch(sql -> sql.contains("count("));
    }

    @Test
    void oneDocumentMayReadTwoProjects() {
        String page = "{ cases(first: 2, filter: {type: \"mother\"}) { nodes { id owner { username }"
                + " indices { case { name } } history { nodes { form { formId } user { username } } } } } }";
        server.ask(admin, "{ a: project(name: \"demo\") " + page + " b: project(name: \"other\") " + page + " }")
                .path("a.cases.nodes[0].indices[0].case.name")
                .entity(String.class)
                .isEqualTo("demo home")
                .path("b.cases.nodes[0].indices[0].case.name")
                .entity(String.class)
                .isEqualTo("other home")
                .path("a.cases.nodes[1].owner.username")
                .entity(String.class)
                .isEqualTo("amina")
                .path("b.cases.nodes[1].owner.username")
                .entity(String.class)
                .isEqualTo("baraka")
                .path("b.cases.nodes[1].history.nodes[0].user.username")
                .entity(String.class)
                .isEqualTo("baraka");
    }

    @Test
    void aCaseTellsItsWholeStory() {
        server.ask(admin, """
                        { project(name: "demo") { case(caseId: "m0") { serverModifiedOn properties
                            history { totalCount nodes { ordinal kinds changes { name before after } } }
                            provenance { name formId form { formId } } forms(first: 1) { totalCount pageInfo { hasNextPage }
                              nodes { formId } } }
                          home: case(caseId: "h1") { ledgers { balance }
                            referencedBy(first: 2) { totalCount nodes { case { caseId } } } } } }
                        """)
                .path("project.case.history.totalCount")
                .entity(Integer.class)
                .isEqualTo(2)
                .path("project.case.history.nodes[0].kinds")
                .entityList(String.class)
                .containsExactly("FORM", "UPDATE")
                .path("project.case.history.nodes[0].changes")
                .entity(List.class)
                .isEqualTo(List.of(Map.of("name", "village", "before", "Ahero", "after", "Kisumu")))
                .path("project.case.provenance[?(@.name=='village')].formId")
                .entityList(String.class)
                .containsExactly("last")
                .path("project.case.provenance[?(@.name=='village')].form.formId")
                .entityList(String.class)
                .containsExactly("last")
                .path("project.case.forms.nodes[0].formId")
                .entity(String.class)
                .isEqualTo("last")
                .path("project.case.forms.pageInfo.hasNextPage")
                .entity(Boolean.class)
                .isEqualTo(true)
                .path("project.case.properties")
                .entity(Map.class)
                .isEqualTo(Map.of("village", "Kisumu"))
                .path("project.case.serverModifiedOn")
                .entity(String.class)
                .matches(text -> text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z"))
                .path("project.home.ledgers[0].balance")
                .entity(String.class)
                .isEqualTo("4")
                .path("project.home.referencedBy.totalCount")
                .entity(Integer.class)
                .isEqualTo(60)
                .path("project.home.referencedBy.nodes")
                .entityList(Map.class)
                .hasSize(2);
    }

    @Test
    void aFormTellsWhatItSaysAndDid() {
        server.ask(admin, """
                        { project(name: "demo") { activity(days: 2) { formsToday formsPerDay { day count } }
                          formTypes { xmlns name } caseTypes { name }
                          form(formId: "last") { json xml questions { path kind value } user { displayName }
                            caseChanges { caseId kinds case { name } changes { name after } }
                            attachments { name url setAside } history { operation } } } }
                        """)
                .path("project.form.json['#type']")
                .entity(String.class)
                .isEqualTo("data")
                .path("project.form.xml")
                .entity(String.class)
                .matches(xml -> xml.startsWith("<?xml"))
                .path("project.form.caseChanges[0].case.name")
                .entity(String.class)
                .isEqualTo("Mother 0")
                .path("project.form.caseChanges[0].changes[0].after")
                .entity(String.class)
                .isEqualTo("Kisumu")
                .path("project.form.attachments[0].url")
                .entity(String.class)
                .isEqualTo("/a/demo/api/form/attachment/last/a%20photo.jpg")
                .path("project.form.user.displayName")
                .entity(String.class)
                .isEqualTo("amina")
                .path("project.activity.formsToday")
                .entity(Integer.class)
                .isEqualTo(62)
                .path("project.activity.formsPerDay")
                .entityList(Map.class)
                .hasSize(2);
    }

    @Test
    void pagesFollowEachOther() {
        String document = """
                query ($after: String) { project(name: "demo") { forms(first: 40, after: $after) {
                  pageInfo { hasNextPage endCursor } edges { cursor node { formId } } } } }
                """;
        var first = server.ask(admin, document);
        String end = first.path("project.forms.pageInfo.endCursor")
                .entity(String.class)
                .get();
        first.path("project.forms.edges").entityList(Map.class).hasSize(40);
        server.ask(admin, document, Map.of("after", end))
                .path("project.forms.edges")
                .entityList(Map.class)
                .hasSize(22)
                .path("project.forms.pageInfo.hasNextPage")
                .entity(Boolean.class)
                .isEqualTo(false);
    }

    @Test
    void workersTellWhatTheySentAndOwn() {
        server.ask(admin, """
                        { project(name: "demo") { mobileWorkers { totalCount nodes { username lastSubmissionOn active
                            forms(first: 3) { nodes { formId } } cases(filter: {type: "household"}) { totalCount } } } } }
                        """)
                .path("project.mobileWorkers.nodes[0].lastSubmissionOn")
                .hasValue()
                .path("project.mobileWorkers.nodes[0].forms.nodes")
                .entityList(Map.class)
                .hasSize(3)
                .path("project.mobileWorkers.nodes[0].cases.totalCount")
                .entity(Integer.class)
                .isEqualTo(1);
    }

    @Test
    void everyKindOfObjectIsFoundAgainByItsIdButNotByStrangers() {
        String ids = """
                { project(name: "demo") { id case(caseId: "m1") { id } form(formId: "f1") { id }
                  mobileWorker(userId: "%s") { id } } }
                """.formatted(amina.userId());
        var found = server.ask(admin, ids);
        for (String path : List.of("project.id", "project.case.id", "project.form.id", "project.mobileWorker.id")) {
            String id = found.path(path).entity(String.class).get();
            String document = "{ node(id: \"" + id + "\") { id __typename } }";
            server.ask(admin, document).path("node.id").entity(String.class).isEqualTo(id);
            server.ask(stranger, document).path("node").valueIsNull();
        }
        server.ask(admin, "{ node(id: \"nonsense\") { id } }").path("node").valueIsNull();
    }

    @Test
    void aStrangerSeesNoProject() {
        server.ask(stranger, "{ project(name: \"demo\") { id } projects { nodes { name } } }")
                .path("project")
                .valueIsNull()
                .path("projects.nodes")
                .entityList(Map.class)
                .hasSize(0);
        server.ask(
                        admin,
                        "{ me { username apiKeys { nodes { name } } } projects(search: \"dem\") { totalCount nodes { name myRole } } }")
                .path("projects.totalCount")
                .entity(Integer.class)
                .isEqualTo(1)
                .path("projects.nodes[0].myRole")
                .entity(String.class)
                .isEqualTo("Admin");
    }

    @Test
    void failuresHaveCodes() {
        Actor worker = new Actor.MobileWorker(amina.userId(), "amina", demo.project());
        assertThat(server.codes(worker, "{ project(name: \"demo\") { id } }")).containsExactly("FORBIDDEN");
        assertThat(server.codes(admin, "{ project(name: \"demo\") { cases(first: 101) { nodes { id } } } }"))
                .containsExactly("BAD_REQUEST");
        assertThat(server.codes(admin, "{ project(name: \"demo\") { cases(after: \"x\") { nodes { id } } } }"))
                .containsExactly("BAD_REQUEST");
        assertThat(server.codes(admin, "{ nonsense }")).containsExactly("BAD_REQUEST");
        assertThat(server.codes(admin, "{ broken")).containsExactly("BAD_REQUEST");
        WebUser limited = new WebUser(
                admin.userId(),
                admin.username(),
                true,
                Optional.of(
                        server.world.node.projects.byName("other").orElseThrow().id()));
        server.ask(limited, "{ project(name: \"demo\") { id } }")
                .path("project")
                .valueIsNull();
        assertThat(Set.copyOf(server.codes(
                        new Actor.WebUser("nobody", "nobody", false, Optional.empty()), "{ me { userId } }")))
                .containsExactly("UNAUTHENTICATED");
    }
}

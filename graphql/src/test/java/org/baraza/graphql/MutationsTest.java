// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.FormXml;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutationsTest {
    private final Server server = new Server();
    private WebUser admin;
    private WebUser stranger;
    private ProjectAccess demo;

    @BeforeAll
    void aProject() {
        admin = server.world.webUser("admin@example.org");
        stranger = server.world.webUser("stranger@example.org");
        demo = server.world.project("demo", admin);
        server.work.submit(demo, FormXml.visit("f1", "amina").creates("m1", "mother", "Achieng", "amina"));
        server.work.submit(demo, FormXml.visit("f2", "amina").creates("m2", "mother", "Atieno", "amina"));
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void casesAreDeletedAndBroughtBack() {
        String input = "(input: {project: \"demo\", caseId: \"m1\"}) { case { caseId deleted } userErrors { code } } }";
        assertThat(bool(admin, "mutation { deleteCase" + input, "deleteCase.case.deleted"))
                .isTrue();
        assertThat(bool(admin, "mutation { undeleteCase" + input, "undeleteCase.case.deleted"))
                .isFalse();
        assertThat(errors(stranger, "mutation { deleteCase" + input, "deleteCase"))
                .containsExactly("NOT_FOUND");
        assertThat(errors(
                        admin,
                        "mutation { deleteCase(input: {project: \"demo\", caseId: \"?\"}) { userErrors { code } } }",
                        "deleteCase"))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void casesAreChangedAndClosedByForms() {
        String change = "mutation { updateCase(input: {project: \"demo\", caseId: \"%s\", name: \"Achieng O\","
                + " properties: [{name: \"village\", value: \"Ahero\"}]%s})"
                + " { case { name closed properties history { totalCount } } userErrors { code message } } }";
        var changed = server.ask(admin, change.formatted("m1", ""));
        changed.path("updateCase.case.name").entity(String.class).isEqualTo("Achieng O");
        changed.path("updateCase.case.properties.village").entity(String.class).isEqualTo("Ahero");
        changed.path("updateCase.case.closed").entity(Boolean.class).isEqualTo(false);
        assertThat(bool(admin, change.formatted("m1", ", close: true"), "updateCase.case.closed"))
                .isTrue();
        assertThat(errors(stranger, change.formatted("m1", ""), "updateCase")).containsExactly("NOT_FOUND");
        assertThat(errors(admin, change.formatted("?", ""), "updateCase")).containsExactly("NOT_FOUND");
        String odd = "mutation { updateCase(input: {project: \"demo\", caseId: \"m1\","
                + " properties: [{name: \"a b\", value: \"\"}]}) { userErrors { code field } } }";
        assertThat(errors(admin, odd, "updateCase")).containsExactly("INVALID_NAME");
    }

    @Test
    void aClosedCaseIsOpenedAgainAndRebuilt() {
        server.work.submit(demo, FormXml.visit("f3", "amina").creates("m3", "mother", "Akoth", "amina"));
        String input = "(input: {project: \"demo\", caseId: \"m3\"%s}) { case { closed } %s userErrors { code } } }";
        String close = "mutation { updateCase" + input.formatted(", close: true", "");
        String reopen = "mutation { reopenCase" + input.formatted("", "");
        String rebuild = "mutation { rebuildCase" + input.formatted("", "changed");
        assertThat(bool(admin, close, "updateCase.case.closed")).isTrue();
        assertThat(bool(admin, reopen, "reopenCase.case.closed")).isFalse();
        assertThat(bool(admin, rebuild, "rebuildCase.changed")).isFalse();
        server.ask(
                        admin,
                        "{ project(name: \"demo\") { case(caseId: \"m3\") { history(first: 1) { nodes { kinds } } } } }")
                .path("project.case.history.nodes[0].kinds")
                .entityList(String.class)
                .containsExactly("REBUILD");
        assertThat(errors(stranger, reopen, "reopenCase")).containsExactly("NOT_FOUND");
        assertThat(errors(stranger, rebuild, "rebuildCase")).containsExactly("NOT_FOUND");
    }

    @Test
    void textsOfAFormAreCorrected() {
        server.work.submit(
                demo,
                FormXml.visit("f4", "amina")
                        .says("<weight>31</weight>")
                        .creates("m4", "mother", "Adhiambo", "amina")
                        .updates("m4", "weight", "31"));
        var texts = server.ask(
                admin, "{ project(name: \"demo\") { form(formId: \"f4\") { texts { path value caseId } } } }");
        texts.path("project.form.texts[0]")
                .matchesJsonStrictly("{\"path\": \"/data/weight\", \"value\": \"31\", \"caseId\": null}");
        texts.path("project.form.texts[1].caseId").entity(String.class).isEqualTo("m4");

        String clean = "mutation { cleanForm(input: {project: \"demo\", formId: \"f4\", texts: ["
                + "{path: \"/data/weight\", value: \"13\"}, {path: \"%s\", value: \"13\"}]})"
                + " { form { edited history { operation } } changed userErrors { code field message } } }";
        String right = clean.formatted("/data/n2/case/update/weight");
        assertThat(errors(stranger, right, "cleanForm")).containsExactly("NOT_FOUND");
        server.ask(admin, clean.formatted("/data/height"))
                .path("cleanForm.userErrors[0].message")
                .entity(String.class)
                .isEqualTo("Could not update questions: /data/height");
        var cleaned = server.ask(admin, right);
        cleaned.path("cleanForm.changed").entity(Boolean.class).isEqualTo(true);
        cleaned.path("cleanForm.form.history[*].operation")
                .entityList(String.class)
                .containsExactly("edit");
        assertThat(bool(admin, right, "cleanForm.changed")).isFalse();
        server.ask(admin, "{ project(name: \"demo\") { case(caseId: \"m4\") { properties } } }")
                .path("project.case.properties.weight")
                .entity(String.class)
                .isEqualTo("13");
    }

    @Test
    void formsAreArchivedAndPutBack() {
        String input = "(input: {project: \"demo\", formId: \"f2\"}) { form { state } userErrors { code } } }";
        server.ask(admin, "mutation { archiveForm" + input)
                .path("archiveForm.form.state")
                .entity(String.class)
                .isEqualTo("ARCHIVED");
        server.ask(admin, "{ project(name: \"demo\") { case(caseId: \"m2\") { deleted } } }")
                .path("project.case.deleted")
                .entity(Boolean.class)
                .isEqualTo(true);
        server.ask(admin, "mutation { unarchiveForm" + input)
                .path("unarchiveForm.form.state")
                .entity(String.class)
                .isEqualTo("NORMAL");
    }

    @Test
    void workersAreMadeAndKeptOut() {
        String create = "mutation ($password: String!, $data: JSON) { createMobileWorker(input: {project: \"demo\","
                + " username: \"nia\", password: $password, firstName: \"Nia\", userData: $data})"
                + " { mobileWorker { userId displayName userData active } userErrors { code field } } }";
        Map<String, Object> good = Map.of("password", World.PASSWORD, "data", Map.of("district", "Ahero"));
        var made = server.ask(admin, create, good);
        made.path("createMobileWorker.userErrors").entityList(Map.class).hasSize(0);
        made.path("createMobileWorker.mobileWorker.userData").entity(Map.class).isEqualTo(Map.of("district", "Ahero"));
        server.ask(admin, create, good)
                .path("createMobileWorker.userErrors[0].field")
                .entityList(String.class)
                .containsExactly("input", "username");
        String id = made.path("createMobileWorker.mobileWorker.userId")
                .entity(String.class)
                .get();
        assertThat(bool(
                        admin,
                        "mutation { setMobileWorkerActive(input: {project: \"demo\", userId: \"" + id
                                + "\", active: false}) { mobileWorker { active } userErrors { code } } }",
                        "setMobileWorkerActive.mobileWorker.active"))
                .isFalse();
        server.ask(admin, create, Map.of("password", World.PASSWORD, "data", Map.of("deep", List.of(1))))
                .path("createMobileWorker.userErrors[0].code")
                .entity(String.class)
                .isEqualTo("USER_DATA_INVALID");
        assertThat(errors(
                        admin,
                        "mutation { resetMobileWorkerPassword(input: {project: \"demo\", userId: \"" + id
                                + "\", password: \"x\"}) { userErrors { code } } }",
                        "resetMobileWorkerPassword"))
                .isNotEmpty();
    }

    @Test
    void projectsAndKeysAreMade() {
        String create = "mutation { createProject(input: {name: \"fresh\", timeZone: \"Africa/Nairobi\"})"
                + " { project { name timeZone myRole } userErrors { code field } } }";
        server.ask(admin, create)
                .path("createProject.project.myRole")
                .entity(String.class)
                .isEqualTo("Admin");
        assertThat(errors(admin, create, "createProject")).containsExactly("NAME_TAKEN");
        var key = server.ask(
                admin,
                "mutation { createApiKey(input: {name: \"robot\", project: \"fresh\"}) { secret apiKey { apiKeyId"
                        + " project } userErrors { code } } }");
        key.path("createApiKey.secret").hasValue();
        key.path("createApiKey.apiKey.project").entity(String.class).isEqualTo("fresh");
        String id =
                key.path("createApiKey.apiKey.apiKeyId").entity(String.class).get();
        String revoke = "mutation { revokeApiKey(input: {apiKeyId: \"" + id + "\"}) { userErrors { code } } }";
        assertThat(errors(admin, revoke, "revokeApiKey")).isEmpty();
        assertThat(errors(admin, revoke, "revokeApiKey")).containsExactly("NOT_FOUND");
    }

    @Test
    void aProjectIsCalledWhatItsAdministratorsSay() {
        String change = "mutation { updateProject(input: {project: \"demo\", displayName: \"Afya Bora\"})"
                + " { project { name displayName timeZone } userErrors { code field } } }";
        var answer = server.ask(admin, change);
        answer.path("updateProject.project.name").entity(String.class).isEqualTo("demo");
        answer.path("updateProject.project.displayName").entity(String.class).isEqualTo("Afya Bora");
        server.ask(admin, "{ project(name: \"demo\") { displayName } }")
                .path("project.displayName")
                .entity(String.class)
                .isEqualTo("Afya Bora");
        String nowhere = "mutation { updateProject(input: {project: \"demo\", timeZone: \"Mars/Olympus\"})"
                + " { userErrors { code } } }";
        assertThat(errors(admin, nowhere, "updateProject")).containsExactly("TIME_ZONE_UNKNOWN");
    }

    private boolean bool(WebUser actor, String document, String path) {
        return server.ask(actor, document).path(path).entity(Boolean.class).get();
    }

    private List<String> errors(WebUser actor, String document, String mutation) {
        return server.ask(actor, document)
                .path(mutation + ".userErrors[*].code")
                .entityList(String.class)
                .get();
    }
}

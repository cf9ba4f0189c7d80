// SPDX-License-Identifier: Apache-2.0
package org.baraza.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.baraza.cases.CaseChange;
import org.baraza.cases.CaseState;
import org.baraza.forms.Form;
import org.baraza.forms.FormState;
import org.baraza.forms.ServerForm;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.problem.Refused;
import org.baraza.testing.FieldWork;
import org.baraza.testing.FormXml;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseReopeningTest {
    private final World world = new World();
    private final FieldWork work = new FieldWork(world);
    private ProjectAccess demo;
    private ProjectAccess other;

    @BeforeAll
    void twoProjects() {
        demo = world.project("demo", world.webUser("admin@example.org"));
        other = world.project("other", world.webUser("other@example.org"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void aFormThatDidNothingButCloseIsArchived() {
        make("c1");
        String formId = closeFromHere("c1");
        world.clock.pass(Duration.ofMinutes(1));
        reopen(demo, "c1");
        assertThat(state("c1").closed()).isFalse();
        assertThat(state("c1").closedOn()).isNull();
        assertThat(state("c1").serverModifiedOn()).isEqualTo(world.clock.instant());
        assertThat(form(formId).state()).isEqualTo(FormState.ARCHIVED);

        ProjectScope.run(demo.project(), () -> work.archive.unarchive(demo, formId));
        assertThat(state("c1").closed()).isTrue();
    }

    @Test
    void ofAVisitThatClosedOnlyTheClosingIsTakenBack() {
        make("c2");
        work.submit(
                demo,
                FormXml.visit("last", "amina")
                        .says("<outcome>moved</outcome>")
                        .updates("c2", "outcome", "moved")
                        .closes("c2"));
        reopen(demo, "c2");
        assertThat(state("c2").closed()).isFalse();
        assertThat(state("c2").properties()).containsEntry("outcome", "moved");
        assertThat(form("last").state()).isEqualTo(FormState.NORMAL);
        assertThat(form("last").editedOn()).isNotNull();
    }

    @Test
    void theAnswersOfAFormThatClosedStay() {
        make("c3");
        work.submit(
                demo,
                FormXml.visit("goodbye", "amina")
                        .says("<reason>grown up</reason>")
                        .closes("c3"));
        reopen(demo, "c3");
        assertThat(state("c3").closed()).isFalse();
        assertThat(form("goodbye").state()).isEqualTo(FormState.NORMAL);
    }

    @Test
    void otherCasesThatTheFormClosedStayClosed() {
        make("c4");
        make("c5");
        closeFromHere("c4", "c5");
        reopen(demo, "c4");
        assertThat(state("c4").closed()).isFalse();
        assertThat(state("c5").closed()).isTrue();
        reopen(demo, "c5");
        assertThat(state("c5").closed()).isFalse();
    }

    @Test
    void aCaseThatSeveralFormsClosedIsOpenAfterwards() {
        make("c6");
        String first = closeFromHere("c6");
        String second = closeFromHere("c6");
        reopen(demo, "c6");
        assertThat(state("c6").closed()).isFalse();
        assertThat(List.of(first, second)).allMatch(id -> form(id).state() == FormState.ARCHIVED);
        CaseState open = state("c6");
        reopen(demo, "c6");
        assertThat(state("c6")).isEqualTo(open);
    }

    @Test
    void onlyThoseWhoEditDataOfTheProjectReopen() {
        make("c7");
        closeFromHere("c7");
        var reader =
                new ProjectAccess(demo.project(), "demo", demo.actor(), "Reader", EnumSet.of(Permission.VIEW_REPORTS));
        assertRefused(reader, "FORBIDDEN");
        assertRefused(other, "NOT_FOUND");
        ProjectScope.run(demo.project(), () -> work.deletion.delete(demo, "c7"));
        assertRefused(demo, "NOT_FOUND");
    }

    private void assertRefused(ProjectAccess who, String code) {
        assertThatThrownBy(() -> reopen(who, "c7"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private void make(String caseId) {
        work.submit(demo, FormXml.visit("f-" + caseId, "amina").creates(caseId, "mother", "Amina", "amina"));
    }

    /** As the web application closes cases. */
    private String closeFromHere(String... caseIds) {
        List<CaseChange> changes =
                List.of(caseIds).stream().map(CaseChange::close).toList();
        ServerForm form =
                ServerForm.of(ServerForm.User.of(demo.actor()), ServerForm.CASE_CHANGES, "Case update", "web", changes);
        world.in(demo, () -> work.serverForms.submit(form));
        return form.formId();
    }

    private void reopen(ProjectAccess who, String caseId) {
        ProjectScope.run(who.project(), () -> work.reopening.reopen(who, caseId));
    }

    private CaseState state(String caseId) {
        return world.in(demo, () -> work.cases.get(demo, caseId)).orElseThrow();
    }

    private Form form(String formId) {
        return world.in(demo, () -> work.forms.get(demo, formId)).orElseThrow();
    }
}

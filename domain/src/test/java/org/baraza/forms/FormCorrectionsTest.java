// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.testing.Entries.at;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.CaseState;
import org.baraza.forms.Submission.Attachment;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.openrosa.FormTexts.FormText;
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
class FormCorrectionsTest {
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
    void anAnswerAndWhatItSavedToACaseAreCorrected() {
        Instant arrived = world.clock.instant();
        FormXml visit = visit("f1", "c1");
        work.submit(
                demo, visit.text(), arrived, List.of(new Attachment("photo.jpg", "image/jpeg", 12, "blob-1", null)));
        work.submit(demo, FormXml.visit("later", "amina").updates("c1", "village", "Kisima"));
        world.clock.pass(Duration.ofHours(1));

        assertThat(clean("f1", Map.of("/data/weight", "3.1", "/data/n2/case/update/weight", "3.1 <&>")))
                .isTrue();

        Form form = form("f1");
        assertThat(form.state()).isEqualTo(FormState.NORMAL);
        assertThat(form.receivedOn()).isEqualTo(arrived);
        assertThat(form.editedOn()).isEqualTo(world.clock.instant());
        assertThat(form.appId()).isEqualTo("app-1");
        assertThat(xml("f1"))
                .isEqualTo(visit.text()
                        .replace("<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='UTF-8'?>")
                        .replace("\ndate_modified", " date_modified")
                        .replace("<weight> 31 </weight>", "<weight>3.1</weight>")
                        .replace("<weight>31</weight>", "<weight>3.1 &lt;&amp;&gt;</weight>")
                        .strip());
        String former = Optional.ofNullable(form.deprecatedFormId()).orElseThrow();
        assertThat(form(former).state()).isEqualTo(FormState.DEPRECATED);
        assertThat(xml(former)).isEqualTo(visit.text());
        assertThat(events("f1"))
                .containsExactly(new FormEvent(
                        "edit", world.clock.instant(), demo.actor().userId()));
        assertThat(world.in(demo, () -> work.forms.attachments(demo, Set.of("f1"))))
                .containsKey("f1");
        CaseState state = state("c1");
        assertThat(state.properties()).containsEntry("weight", "3.1 <&>").containsEntry("village", "Kisima");
        assertThat(state.serverModifiedOn()).isEqualTo(world.clock.instant());
    }

    @Test
    void whatIsThereAlreadyChangesNothing() {
        work.submit(demo, visit("f2", "c2"));
        assertThat(clean("f2", Map.of("/data/weight", " 31 "))).isFalse();
        assertThat(clean("f2", Map.of())).isFalse();
        assertThat(form("f2").editedOn()).isNull();
    }

    @Test
    void whatCannotBeCorrectedIsNamedAndNothingIsDone() {
        work.submit(demo, visit("f3", "c3"));
        assertThatThrownBy(() -> clean("f3", Map.of("/data/weight", "1", "/data/meta/userID", "x")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().message())
                                .isEqualTo("Could not update questions: /data/meta/userID"));
        assertRefused("f3", "/data/n1/case/create/case_type", "NO_SUCH_QUESTION");
        assertRefused("f3", "/data/n1/case/update/date_opened", "NO_SUCH_QUESTION");
        assertThat(form("f3").editedOn()).isNull();
    }

    @Test
    void whatBreaksARuleOfCasesChangesNothing() {
        work.submit(demo, visit("f4", "c4"));
        assertThatThrownBy(() -> clean("f4", Map.of("/data/n1/case/create/case_name", "n".repeat(300))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("CASE_VALUE_ERROR"));
        assertThat(form("f4").editedOn()).isNull();
        assertThat(form("f4").state()).isEqualTo(FormState.NORMAL);
        assertThat(state("c4").name()).isEqualTo("Amina");
    }

    @Test
    void repeatsAreCountedAndTheIdOfAFormThatHasNoneIsKept() {
        String anonymous =
                "<data xmlns='http://example.org/a'><child><age>1</age></child><child><age>2</age></child></data>";
        String formId =
                work.submit(demo, anonymous, world.clock.instant(), List.of()).formId();
        world.clock.pass(Duration.ofMinutes(1));
        assertThat(clean(formId, Map.of("/data/child[2]/age", "3"))).isTrue();
        assertThat(xml(formId))
                .contains("<age>1</age>")
                .contains("<age>3</age>")
                .doesNotContain("<age>2</age>");
        assertThat(clean(formId, Map.of("/data/child[1]/age", ""))).isTrue();
        assertThat(events(formId)).hasSize(2);
    }

    @Test
    void textsAreAnswersAndValuesOfCasesInTheOrderOfTheForm() {
        work.submit(demo, visit("f5", "c5").stocks("c5", "p", 3));
        List<FormText> texts = at(world.in(demo, () -> work.forms.contents(demo, Set.of("f5"))), "f5")
                .texts();
        assertThat(texts)
                .extracting(FormText::path)
                .containsExactly(
                        "/data/weight",
                        "/data/n1/case/create/case_name",
                        "/data/n1/case/create/owner_id",
                        "/data/n2/case/update/weight");
        assertThat(texts).extracting(FormText::savedTo).contains(Optional.empty(), Optional.of("c5"));
    }

    @Test
    void onlyNormalFormsOfTheProjectAreCorrectedByThoseWhoEditData() {
        work.submit(demo, visit("f6", "c6"));
        var reader =
                new ProjectAccess(demo.project(), "demo", demo.actor(), "Reader", EnumSet.of(Permission.VIEW_REPORTS));
        assertRefused(reader, "f6", "/data/weight", "FORBIDDEN");
        assertRefused(other, "f6", "/data/weight", "NOT_FOUND");
        ProjectScope.run(demo.project(), () -> work.archive.archive(demo, "f6"));
        assertRefused("f6", "/data/weight", "NOT_NORMAL");
        String unreadable =
                work.submit(demo, "no xml", world.clock.instant(), List.of()).formId();
        assertRefused(unreadable, "/data/weight", "NOT_NORMAL");
    }

    private static FormXml visit(String formId, String caseId) {
        return FormXml.visit(formId, "amina")
                .says("<weight> 31 </weight>")
                .creates(caseId, "mother", "Amina", "amina")
                .updates(caseId, "weight", "31");
    }

    private boolean clean(String formId, Map<String, String> texts) {
        return world.in(demo, () -> work.corrections.clean(demo, formId, texts));
    }

    private void assertRefused(String formId, String path, String code) {
        assertRefused(demo, formId, path, code);
    }

    private void assertRefused(ProjectAccess who, String formId, String path, String code) {
        assertThatThrownBy(() -> world.in(who, () -> work.corrections.clean(who, formId, Map.of(path, "1"))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private Form form(String formId) {
        return world.in(demo, () -> work.forms.get(demo, formId)).orElseThrow();
    }

    private String xml(String formId) {
        return at(world.in(demo, () -> work.forms.contents(demo, Set.of(formId))), formId)
                .text();
    }

    private List<FormEvent> events(String formId) {
        return at(world.in(demo, () -> work.forms.events(demo, Set.of(formId))), formId);
    }

    private CaseState state(String caseId) {
        return world.in(demo, () -> work.cases.get(demo, caseId)).orElseThrow();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.baraza.cases.CaseChange;
import org.baraza.cases.CaseIndex;
import org.baraza.cases.CaseState;
import org.baraza.cases.Relationship;
import org.baraza.forms.ServerForm.User;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Refused;
import org.baraza.testing.FieldWork;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServerFormsTest {
    private static World world;
    private static FieldWork work;
    private static ProjectAccess admin;

    @BeforeAll
    static void open() {
        world = new World();
        work = new FieldWork(world);
        admin = world.project("server-forms", world.webUser("admin@example.org"));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void aCaseThatTheServerMakesIsLikeOneThatAPhoneMakes() {
        submit(form(CaseChange.create("mother", "mother", "Asha <&> \"A\"", "owner")
                .externalId("x-1")
                .set("village", "Kisima")));
        submit(form(CaseChange.create("child", "child", "Juma", "owner")
                .link("parent", "mother", "mother", Relationship.CHILD)
                .link("host", "mother", "mother", Relationship.EXTENSION)));

        CaseState mother = state("mother");
        assertThat(mother.name()).isEqualTo("Asha <&> \"A\"");
        assertThat(mother.externalId()).isEqualTo("x-1");
        assertThat(mother.properties()).isEqualTo(Map.of("village", "Kisima"));
        assertThat(mother.openedBy()).isEqualTo("u-1");
        assertThat(mother.modifiedOn()).isEqualTo(world.clock.instant());
        assertThat(state("child").indices())
                .containsExactlyInAnyOrder(
                        new CaseIndex("parent", "mother", "mother", Relationship.CHILD),
                        new CaseIndex("host", "mother", "mother", Relationship.EXTENSION));
    }

    @Test
    void changesLinksAndTheEndOfACaseAreBlocksOfOneForm() {
        submit(form(
                CaseChange.create("a", "t", "A", "owner"),
                CaseChange.create("b", "t", "B", "owner").link("parent", "t", "a", Relationship.CHILD)));

        Receipt receipt = submit(form(
                CaseChange.update("a").set("n", "1").ownedBy("other").set("case_name", "Anew"),
                CaseChange.close("b").link("parent", "t", "", Relationship.CHILD)));

        assertThat(receipt)
                .isInstanceOfSatisfying(
                        Receipt.Accepted.class,
                        accepted -> assertThat(accepted.caseIds()).containsExactlyInAnyOrder("a", "b"));
        assertThat(state("a").ownerId()).isEqualTo("other");
        assertThat(state("a").name()).isEqualTo("Anew");
        assertThat(state("a").properties()).isEqualTo(Map.of("n", "1"));
        assertThat(state("b").closed()).isTrue();
        assertThat(state("b").liveIndices()).isEmpty();
    }

    @Test
    void theFormTellsWhatMadeItAndForWhom() {
        ServerForm form = form(CaseChange.create("told", "t", "Told", "owner")).askedForBy(admin.actor());
        submit(form);

        Form stored =
                world.in(admin, () -> work.forms.get(admin, form.formId())).orElseThrow();
        assertThat(stored.state()).isEqualTo(FormState.NORMAL);
        assertThat(stored.xmlns()).isEqualTo("http://example.org/work");
        assertThat(stored.userId()).isEqualTo("u-1");
        assertThat(stored.username()).isEqualTo("amina");
        assertThat(stored.deviceId()).isEqualTo("tests");
        assertThat(world.in(admin, () -> work.cases.history(admin, List.of("told"), PageRequest.first(5)))
                        .values())
                .flatExtracting(Page::items)
                .singleElement()
                .satisfies(step -> assertThat(step.formId()).isEqualTo(form.formId()));
    }

    @Test
    void whatBreaksARuleOfCasesIsRefusedWhole() {
        assertThatThrownBy(() -> submit(form(
                        CaseChange.create("fine", "t", "Fine", "owner"),
                        CaseChange.create("lost", "t", "Lost", "owner")
                                .link("parent", "t", "nobody", Relationship.CHILD))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("INVALID_CASE_INDEX"));
        assertThat(world.in(admin, () -> work.cases.get(admin, "fine"))).isEmpty();
    }

    @Test
    void aNameThatXmlDoesNotAllowIsRefusedBeforeAnythingIsWritten() {
        for (String name : List.of("", "1st", "two words", "a:b", "<x/>")) {
            assertThatThrownBy(() -> CaseChange.update("a").set(name, "1"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("INVALID_NAME"));
        }
    }

    private static ServerForm form(CaseChange... changes) {
        return ServerForm.of(new User("u-1", "amina"), "http://example.org/work", "Work", "tests", List.of(changes));
    }

    private static Receipt submit(ServerForm form) {
        return world.in(admin, () -> work.serverForms.submit(form));
    }

    private static CaseState state(String caseId) {
        return world.in(admin, () -> work.cases.get(admin, caseId)).orElseThrow();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.testing.Entries.at;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Refused;
import org.baraza.testing.FieldWork;
import org.baraza.testing.FormXml;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseRepairTest {
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
    void aCaseAsItsFormsLeftItStaysSoAndGoesToThePhonesAgain() {
        make("c1");
        CaseState before = state("c1");
        world.clock.pass(Duration.ofMinutes(1));
        assertThat(rebuild(demo, "c1")).isFalse();
        CaseState after = state("c1");
        assertThat(after.saysTheSameAs(before)).isTrue();
        assertThat(after.serverModifiedOn()).isEqualTo(world.clock.instant());
        var steps = world.in(demo, () -> work.cases.history(demo, List.of("c1"), PageRequest.first(9)));
        assertThat(at(steps, "c1").items())
                .extracting(CaseTransaction::type)
                .startsWith(TransactionType.REBUILD_USER_REQUESTED);
    }

    @Test
    void whatNoFormSaidGoes() throws SQLException {
        make("c2");
        CaseState before = state("c2");
        spoil("c2");
        assertThat(state("c2").name()).isEqualTo("spoilt");
        assertThat(rebuild(demo, "c2")).isTrue();
        assertThat(state("c2").saysTheSameAs(before)).isTrue();
        assertThat(state("c2").properties()).containsEntry("village", "Ahero");
        assertThat(state("c2").liveIndices()).extracting(CaseIndex::targetId).containsExactly("home-c2");
    }

    @Test
    void aDeletionStands() {
        make("c3");
        world.in(demo, () -> {
            work.deletion.delete(demo, "c3");
            return true;
        });
        assertThat(rebuild(demo, "c3")).isFalse();
        assertThat(state("c3").deleted()).isTrue();
    }

    @Test
    void onlyThoseWhoEditDataOfTheProjectRebuild() {
        make("c4");
        var reader =
                new ProjectAccess(demo.project(), "demo", demo.actor(), "Reader", EnumSet.of(Permission.VIEW_REPORTS));
        assertRefused(reader, "FORBIDDEN");
        assertRefused(other, "NOT_FOUND");
    }

    private void assertRefused(ProjectAccess who, String code) {
        assertThatThrownBy(() -> rebuild(who, "c4"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private void make(String caseId) {
        work.submit(
                demo,
                FormXml.visit("f-" + caseId, "amina")
                        .creates("home-" + caseId, "household", "Home", "amina")
                        .creates(caseId, "mother", "Amina", "amina")
                        .updates(caseId, "village", "Ahero")
                        .links(caseId, "parent", "household", "home-" + caseId));
    }

    private boolean rebuild(ProjectAccess who, String caseId) {
        return world.in(who, () -> work.repair.rebuild(who, caseId));
    }

    private CaseState state(String caseId) {
        return world.in(demo, () -> work.cases.get(demo, caseId)).orElseThrow();
    }

    private void spoil(String caseId) throws SQLException {
        try (var connection = world.database.asSuperuser();
                var update = connection.prepareStatement(
                        "update cases.case_record set name = 'spoilt', properties = '{}' where case_id = ?")) {
            update.setString(1, caseId);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}

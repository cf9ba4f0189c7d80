// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.testing.Entries.at;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
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
class CaseDeletionTest {
    private final World world = new World();
    private final FieldWork work = new FieldWork(world);
    private ProjectAccess demo;

    @BeforeAll
    void aProject() {
        demo = world.project("demo", world.webUser("admin@example.org"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void aDeletedCaseLeavesTheListsAndComesBackAsItWas() throws SQLException {
        make("c1");
        CaseState before = state("c1");
        world.clock.pass(Duration.ofMinutes(1));
        delete("c1");
        CaseState gone = state("c1");
        assertThat(gone.deletedOn()).isEqualTo(world.clock.instant());
        assertThat(gone.serverModifiedOn()).isEqualTo(world.clock.instant());
        assertThat(listed()).doesNotContain("c1");

        delete("c1");
        assertThat(state("c1")).isEqualTo(gone);

        world.clock.pass(Duration.ofMinutes(1));
        undelete("c1");
        undelete("c1");
        CaseState back = state("c1");
        assertThat(back.deleted()).isFalse();
        assertThat(back.properties()).isEqualTo(before.properties());
        assertThat(listed()).contains("c1");
        var steps = world.in(demo, () -> work.cases.history(demo, List.of("c1"), PageRequest.first(9)));
        assertThat(at(steps, "c1").items())
                .extracting(CaseTransaction::type)
                .containsExactly(
                        TransactionType.DELETION,
                        TransactionType.DELETION,
                        TransactionType.FORM | TransactionType.CASE_CREATE);
        assertThat(count("select count(*) from feed.change where kind = 'case' and document_id = 'c1'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from identity.audit_event where subject_id = 'c1'"))
                .isEqualTo(2);
    }

    @Test
    void aDeletionOutlivesLaterFormsAndRebuilds() {
        make("c2");
        delete("c2");
        work.submit(demo, FormXml.visit("c2-later", "amina").updates("c2", "weight", "50"));
        assertThat(state("c2").deleted()).isTrue();
        assertThat(state("c2").properties()).containsEntry("weight", "50");
    }

    @Test
    void aCaseWithoutAnyFormCannotBeBroughtBack() {
        make("c3");
        ProjectScope.run(demo.project(), () -> work.archive.archive(demo, "f-c3"));
        assertThat(state("c3").deleted()).isTrue();
        assertThatThrownBy(() -> undelete("c3"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("NO_FORM_LEFT"));
        delete("c3");
        ProjectScope.run(demo.project(), () -> work.archive.unarchive(demo, "f-c3"));
        assertThat(state("c3").deleted()).isTrue();
        undelete("c3");
        assertThat(state("c3").deleted()).isFalse();
    }

    @Test
    void whatIsNotThereCannotBeDeleted() {
        assertThatThrownBy(() -> delete("no-such-case"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("NOT_FOUND"));
    }

    private void make(String caseId) {
        work.submit(demo, FormXml.visit("f-" + caseId, "amina").creates(caseId, "mother", "Amina", "amina"));
    }

    private void delete(String caseId) {
        ProjectScope.run(demo.project(), () -> work.deletion.delete(demo, caseId));
    }

    private void undelete(String caseId) {
        ProjectScope.run(demo.project(), () -> work.deletion.undelete(demo, caseId));
    }

    private CaseState state(String caseId) {
        return world.in(demo, () -> work.cases.get(demo, caseId)).orElseThrow();
    }

    private List<String> listed() {
        var query = new CaseQuery(CaseFilter.ALL, CaseOrder.NAME_ASC, PageRequest.first(100));
        return world.in(demo, () -> work.cases.list(demo, query)).items().stream()
                .map(CaseState::caseId)
                .toList();
    }

    private long count(String sql) throws SQLException {
        try (var connection = world.database.asSuperuser();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

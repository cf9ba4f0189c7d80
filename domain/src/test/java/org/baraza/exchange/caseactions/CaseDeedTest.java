// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.caseactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baraza.cases.CaseChange;
import org.baraza.cases.CaseCondition.TimeField;
import org.baraza.cases.CaseFilter;
import org.baraza.cases.CaseFormula;
import org.baraza.cases.CaseFormula.Order;
import org.baraza.cases.CaseState;
import org.baraza.exchange.JobRequest;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.work.Selection;
import org.baraza.problem.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is done to each of many cases, and what is not. */
class CaseDeedTest {
    private static final CaseDeed TO_BARAKA = new CaseDeed.Reassign("baraka");
    private static final CaseDeed CLOSE = new CaseDeed.Close();
    private static final CaseDeed TO_KIBERA = new CaseDeed.Edit(Map.of("village", "Kibera", "note", ""));

    private static CaseState state(String type, String owner, boolean closed, Map<String, String> properties) {
        return new CaseState(
                "c1",
                1,
                type,
                "Ruth",
                owner,
                null,
                null,
                closed,
                null,
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                new LinkedHashMap<>(properties),
                List.of(),
                List.of(),
                1);
    }

    @Test
    void aCaseThatIsSoAlreadyIsLeftAsItIs() {
        assertThat(TO_BARAKA.to(state("mother", "baraka", false, Map.of()))).isEmpty();
        assertThat(CLOSE.to(state("mother", "amina", true, Map.of()))).isEmpty();
        assertThat(TO_KIBERA.to(state("mother", "amina", false, Map.of("village", "Kibera", "age", "3"))))
                .isEmpty();
    }

    @Test
    void anOpenCaseIsChangedAsWasAsked() {
        CaseState open = state("mother", "amina", false, Map.of("village", "Ahero"));
        assertThat(TO_BARAKA.to(open)).contains(CaseChange.update("c1").ownedBy("baraka"));
        assertThat(CLOSE.to(open)).contains(CaseChange.close("c1"));
        assertThat(TO_KIBERA.to(open).orElseThrow().updates()).isEqualTo(Map.of("village", "Kibera", "note", ""));
    }

    @Test
    void aClosedCaseIsNeitherGivenAwayNorEdited() {
        CaseState closed = state("mother", "amina", true, Map.of());
        for (CaseDeed deed : List.of(TO_BARAKA, TO_KIBERA)) {
            assertThatThrownBy(() -> deed.to(closed))
                    .isInstanceOfSatisfying(
                            RowRefused.class,
                            refused -> assertThat(refused.faults().getFirst().code())
                                    .isEqualTo("CASE_CLOSED"));
        }
    }

    @Test
    void theCaseOfAnAccountStaysWithItsAccount() {
        CaseState ofUser = state("commcare-user", "amina", false, Map.of());
        for (CaseDeed deed : List.of(TO_BARAKA, CLOSE)) {
            assertThatThrownBy(() -> deed.to(ofUser))
                    .isInstanceOfSatisfying(
                            RowRefused.class,
                            refused -> assertThat(refused.faults().getFirst().code())
                                    .isEqualTo("USER_CASE"));
        }
        assertThat(TO_KIBERA.to(ofUser)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner_id", "case_name", "name", "external_id", "case_type", "two words", "1st", "a:b", ""})
    void onlyCustomPropertiesAreEdited(String name) {
        assertThatThrownBy(() -> new CaseDeed.Edit(Map.of(name, "x")).check()).isInstanceOf(Refused.class);
    }

    @Test
    void anEditIsOfBoundedSize() {
        new CaseDeed.Edit(Map.of("note", "x".repeat(10_000))).check();
        assertThatThrownBy(() -> new CaseDeed.Edit(Map.of("note", "x".repeat(10_001))).check())
                .isInstanceOf(Refused.class);
    }

    /** As the database keeps it until the job has come to its end, perhaps on another node. */
    @Test
    void whatWasAskedForIsReadAgainAsItWasWritten() {
        CaseFormula formula = new CaseFormula.All(List.of(
                new CaseFormula.Not(new CaseFormula.Equals("village", List.of("", "Ahero"))),
                new CaseFormula.Any(List.of(
                        new CaseFormula.Compared("age", Order.AT_LEAST, new BigDecimal("5.5")),
                        new CaseFormula.Dated("dob", Order.LESS, LocalDate.of(2020, 2, 29)))),
                new CaseFormula.Timed(TimeField.OPENED_ON, Order.LESS, Instant.parse("2026-01-01T00:00:00.000001Z")),
                new CaseFormula.StartsWith("name", "A"),
                new CaseFormula.Above(List.of("parent"), new CaseFormula.Equals("case_id", List.of("h1"))),
                new CaseFormula.Below("host", new CaseFormula.All(List.of()), Order.GREATER, 0)));
        CaseFilter filter =
                new CaseFilter("mother", null, false, null, Map.of("village", "Kibera"), "amina").where(formula);
        for (CaseDeed deed : List.of(TO_BARAKA, CLOSE, TO_KIBERA)) {
            JobRequest asked = new JobRequest.CaseAction(deed, new Selection.FoundCases(filter));
            JsonMapper json = JsonMapper.shared();
            String kept = json.writerFor(JobRequest.class).writeValueAsString(asked);
            assertThat(json.readValue(kept, JobRequest.class)).as(kept).isEqualTo(asked);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baraza.cases.CaseReport.CaseWork;
import org.junit.jupiter.api.Test;

class CaseHistoryTest {
    private static final Instant DAY = Instant.parse("2026-03-01T08:00:00Z");

    private final List<CaseTransaction> steps = new ArrayList<>();

    @Test
    void eachStepTellsWhatItChanged() {
        form(
                Map.of(CaseField.NAME, "Amina", CaseField.TYPE, "mother", CaseField.OWNER_ID, "u"),
                Map.of("weight", "51"));
        form(Map.of(CaseField.NAME, "Amina K"), Map.of("weight", "51", "height", "160"));

        assertThat(history().changes(1))
                .extracting(PropertyChange::name, PropertyChange::before, PropertyChange::after)
                .contains(
                        tuple("case_name", null, "Amina"),
                        tuple("case_type", null, "mother"),
                        tuple("owner_id", null, "u"),
                        tuple("date_opened", null, "2026-03-01T08:00:00.000000Z"),
                        tuple("weight", null, "51"))
                .hasSize(5);
        assertThat(history().changes(2))
                .containsExactly(
                        new PropertyChange("case_name", "Amina", "Amina K"), new PropertyChange("height", null, "160"));
    }

    @Test
    void aRevokedStepNeitherChangesNorSetsAnything() {
        form(Map.of(), Map.of("weight", "51"));
        form(Map.of(), Map.of("weight", "52"));
        form(Map.of(), Map.of("weight", "53"));
        steps.set(1, steps.get(1).revoked(true));

        assertThat(history().changes(2)).isEmpty();
        assertThat(history().changes(3)).containsExactly(new PropertyChange("weight", "51", "53"));
        steps.set(2, steps.get(2).revoked(true));
        assertThat(sources()).containsEntry("weight", 1);
    }

    @Test
    void theLatestStepThatSetAValueIsItsSourceEvenIfTheValueWasTheSame() {
        form(Map.of(CaseField.NAME, "Amina"), Map.of("weight", "51", "height", "160"));
        form(Map.of(), Map.of("weight", "51"));

        assertThat(sources())
                .containsEntry("weight", 2)
                .containsEntry("height", 1)
                .containsEntry("case_name", 1);
    }

    @Test
    void anOwnerThatNoFormNamedComesFromTheFirstForm() {
        form(Map.of(), Map.of());

        assertThat(sources()).containsEntry("owner_id", 1);
    }

    @Test
    void linksClosingAndStockAreChangesToo() {
        form(Map.of(), Map.of(), new CaseIndex("parent", "household", "h1", Relationship.CHILD));
        work(new CaseWork(List.of(), List.of(new LedgerChange("c", "stock", "p", true, BigDecimal.TEN))));
        work(new CaseWork(List.of(), List.of(new LedgerChange("c", "stock", "p", false, BigDecimal.TWO.negate()))));
        form(Map.of(), Map.of(), new CaseIndex("parent", "household", "", Relationship.CHILD));
        work(new CaseWork(List.of(block(Map.of(), Map.of(), List.of(), true)), List.of()));

        assertThat(history().changes(1)).contains(new PropertyChange("indices.parent", null, "h1"));
        assertThat(history().changes(2)).containsExactly(new PropertyChange("ledgers.stock.p", null, "10"));
        assertThat(history().changes(3)).containsExactly(new PropertyChange("ledgers.stock.p", "10", "8"));
        assertThat(history().changes(4)).containsExactly(new PropertyChange("indices.parent", "h1", null));
        assertThat(history().changes(5)).containsExactly(new PropertyChange("closed", null, "true"));
        assertThat(sources()).containsEntry("closed", 5);
    }

    @Test
    void whatOnlyRevokedStepsSetIsRememberedByNameUntilItIsSetAgain() {
        form(Map.of(CaseField.EXTERNAL_ID, "17"), Map.of("weight", "51", "height", "160"));
        form(Map.of(), Map.of("height", "161"));
        CaseState before = rebuilt(CaseReducer.unborn("c", 1, DAY));
        steps.set(0, steps.get(0).revoked(true));

        CaseState after = rebuilt(before);
        assertThat(after.properties()).containsOnlyKeys("height");
        assertThat(after.formerProperties()).containsExactlyInAnyOrder("weight", "external_id");

        form(Map.of(CaseField.EXTERNAL_ID, "18"), Map.of());
        assertThat(CaseReducer.advance(after, steps.getLast().work(), DAY).formerProperties())
                .containsExactly("weight");
    }

    private CaseState rebuilt(CaseState before) {
        return CaseReducer.rebuild(before, steps, steps.size() + 1, DAY);
    }

    @Test
    void deletionsAlternateAndRebuildsChangeNothing() {
        form(Map.of(), Map.of("a", "1"));
        other(TransactionType.DELETION);
        other(TransactionType.REBUILD_FORM_ARCHIVED);
        other(TransactionType.DELETION);

        assertThat(history().changes(2)).containsExactly(new PropertyChange("deleted", "false", "true"));
        assertThat(history().changes(3)).isEmpty();
        assertThat(history().changes(4)).containsExactly(new PropertyChange("deleted", "true", "false"));
    }

    @Test
    void theReplayEndsWhereTheReducerDoes() {
        for (int n = 0; n < 50; n++) {
            form(Map.of(CaseField.NAME, "n" + n % 7), Map.of("p" + n % 5, "v" + n));
            if (n % 3 == 0) {
                steps.set(n, steps.get(n).revoked(true));
            }
        }
        CaseState state = CaseReducer.rebuild(CaseReducer.unborn("c", 1, DAY), steps, 51, DAY);

        assertThat(history().provenance())
                .filteredOn(found -> found.name().startsWith("p"))
                .extracting(Provenance::name, Provenance::value)
                .containsExactlyInAnyOrderElementsOf(state.properties().entrySet().stream()
                        .map(value -> tuple(value.getKey(), value.getValue()))
                        .toList());
    }

    private CaseHistory history() {
        return CaseHistory.of(steps);
    }

    private Map<String, Integer> sources() {
        Map<String, Integer> sources = new LinkedHashMap<>();
        history()
                .provenance()
                .forEach(found -> sources.put(found.name(), found.step().ordinal()));
        return sources;
    }

    private void form(Map<CaseField, String> values, Map<String, String> properties, CaseIndex... indices) {
        work(new CaseWork(List.of(block(values, properties, List.of(indices), false)), List.of()));
    }

    private static CaseBlock block(
            Map<CaseField, String> values, Map<String, String> properties, List<CaseIndex> indices, boolean closes) {
        return new CaseBlock(
                "c",
                "u",
                DAY,
                false,
                true,
                closes,
                new LinkedHashMap<>(values),
                new LinkedHashMap<>(properties),
                indices,
                false);
    }

    private void work(CaseWork work) {
        int ordinal = steps.size() + 1;
        steps.add(new CaseTransaction(
                "c", ordinal, "f" + ordinal, TransactionType.of(work), false, null, DAY, DAY, "u", work));
    }

    private void other(int type) {
        steps.add(new CaseTransaction("c", steps.size() + 1, null, type, false, null, DAY, null, null, CaseWork.NONE));
    }
}

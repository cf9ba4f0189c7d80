// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.baraza.bench.forms.PlannedForm;
import org.baraza.bench.judge.Snapshot.CaseRow;
import org.baraza.bench.judge.Snapshot.FormRow;
import org.baraza.bench.judge.Snapshot.Step;

/**
 * No half effects: a stored form has exactly one step in each case it names, a step has its form, the steps of a case are
 * numbered without gap, and each client's forms lie in the order in which it sent them.
 */
final class HistoryChecks {
    private HistoryChecks() {}

    static void check(Snapshot stored, Promised promised, Complaints complaints) {
        Set<String> normal = stored.forms().stream()
                .filter(form -> form.state() == Snapshot.NORMAL)
                .map(FormRow::formId)
                .collect(Collectors.toSet());
        Map<String, Set<String>> casesByForm = new HashMap<>();
        for (Step step : stored.steps()) {
            String formId = String.valueOf(step.formId());
            complaints.unless(
                    normal.contains(formId), "case " + step.caseId() + " was changed without a form (" + formId + ")");
            complaints.unless(!step.revoked(), "form " + formId + " does not count in case " + step.caseId());
            complaints.unless(
                    casesByForm.computeIfAbsent(formId, id -> new HashSet<>()).add(step.caseId()),
                    "form " + formId + " counts twice in case " + step.caseId());
        }
        for (String formId : normal) {
            PlannedForm plan = promised.plans().get(formId);
            complaints.unless(
                    plan == null || plan.caseIds().equals(casesByForm.getOrDefault(formId, Set.of())),
                    "form " + formId + " changed other cases than it names");
        }
        Map<String, List<Step>> histories = stored.steps().stream().collect(Collectors.groupingBy(Step::caseId));
        stored.cases()
                .values()
                .forEach(row -> ordinals(row, histories.getOrDefault(row.caseId(), List.of()), complaints));
        histories.values().forEach(history -> senders(history, promised, complaints));
    }

    private static void ordinals(CaseRow row, List<Step> history, Complaints complaints) {
        boolean dense = true;
        for (int i = 0; i < history.size(); i++) {
            dense &= history.get(i).ordinal() == i + 1;
        }
        complaints.unless(
                dense && row.lastOrdinal() == history.size(),
                "the history of case " + row.caseId() + " has a gap, or is longer than the case knows");
    }

    private static void senders(List<Step> history, Promised promised, Complaints complaints) {
        Map<String, Integer> last = new HashMap<>();
        for (Step step : history) {
            PlannedForm plan = promised.plans().get(String.valueOf(step.formId()));
            if (plan != null) {
                Integer before = last.put(plan.worker().userId(), plan.number());
                complaints.unless(
                        before == null || before < plan.number(),
                        "forms of " + plan.worker().username() + " changed places in case " + step.caseId());
            }
        }
    }
}

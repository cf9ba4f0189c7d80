// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.baraza.bench.forms.FormXml;
import org.baraza.bench.forms.PlannedForm;
import org.baraza.bench.forms.PlannedForm.Transfer;
import org.baraza.bench.judge.Snapshot.CaseRow;
import org.baraza.bench.judge.Snapshot.LinkRow;
import org.baraza.bench.judge.Snapshot.Step;
import org.baraza.bench.judge.Snapshot.StockRow;

/**
 * Every case is what its forms make of it, folded in the order of the ordinals; its links stand in the table of links, and
 * stock, which adds up in any order, is the sum of all acknowledged transfers.
 */
final class CaseChecks {
    private CaseChecks() {}

    static void check(Snapshot stored, Promised promised, Complaints complaints) {
        Map<String, Fold> folds = new HashMap<>();
        for (Step step : stored.steps()) {
            PlannedForm plan = promised.plans().get(String.valueOf(step.formId()));
            if (plan != null) {
                folds.computeIfAbsent(step.caseId(), Fold::new).apply(plan);
            }
        }
        Set<LinkRow> links = new HashSet<>();
        folds.forEach((caseId, fold) -> {
            CaseRow row = stored.cases().get(caseId);
            links.addAll(fold.links());
            complaints.unless(
                    row != null && row.equals(fold.result(row.caseNo())),
                    "case " + caseId + " is not what its forms make");
        });
        complaints.unless(links.equals(new HashSet<>(stored.links())), "the table of links is not what the forms make");
        everyCaseOfTheForms(stored, promised, complaints);
        stock(stored, promised, complaints);
    }

    private static void everyCaseOfTheForms(Snapshot stored, Promised promised, Complaints complaints) {
        Set<String> wanted = new TreeSet<>();
        promised.acknowledgedIds().forEach(id -> {
            PlannedForm plan = promised.plans().get(id);
            if (plan != null) {
                wanted.addAll(plan.caseIds());
            }
        });
        complaints.unless(wanted.equals(stored.cases().keySet()), "there are other cases than the forms name");
        Set<Integer> numbers = new HashSet<>();
        stored.cases()
                .values()
                .forEach(row -> complaints.unless(
                        row.caseNo() > 0 && numbers.add(row.caseNo()), "case " + row.caseId() + " shares its number"));
    }

    private static void stock(Snapshot stored, Promised promised, Complaints complaints) {
        Map<String, Long> sums = new HashMap<>();
        for (String formId : promised.acknowledgedIds()) {
            PlannedForm plan = promised.plans().get(formId);
            if (plan != null) {
                for (Transfer transfer : plan.transfers()) {
                    sums.merge(
                            key(transfer.caseId(), FormXml.SECTION, transfer.product()),
                            (long) transfer.quantity(),
                            Long::sum);
                }
            }
        }
        Map<String, Long> balances = new HashMap<>();
        for (StockRow row : stored.stock()) {
            balances.put(key(row.caseId(), row.section(), row.product()), row.balance());
        }
        complaints.unless(sums.equals(balances), "stock does not add up");
    }

    private static String key(String caseId, String section, String product) {
        return caseId + "/" + section + "/" + product;
    }
}

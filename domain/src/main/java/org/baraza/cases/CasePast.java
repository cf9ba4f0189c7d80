// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.util.ArrayList;
import java.util.List;
import org.baraza.cases.CaseReport.CaseWork;

/** The history of one case while an edit rewrites it. Places are ordinals, 1 and up without gaps. */
final class CasePast {
    private final List<CaseTransaction> steps;
    private final List<CaseTransaction> changed = new ArrayList<>();

    CasePast(List<CaseTransaction> steps) {
        this.steps = new ArrayList<>(steps);
    }

    /**
     * Puts what the form says now in the place of what it said before. Where it said nothing before, it goes to where it
     * would stand had it said so when it arrived, and what came later moves up.
     */
    void replace(FormRef form, String caseId, CaseWork work, boolean counts) {
        int place = placeOf(form);
        boolean before =
                place < steps.size() && form.formId().equals(steps.get(place).formId());
        CaseTransaction step =
                CaseBook.transaction(form, caseId, place + 1, work).revoked(!counts);
        if (before) {
            steps.set(place, step);
            changed.add(step);
            return;
        }
        steps.add(place, step);
        changed.add(step);
        for (int later = place + 1; later < steps.size(); later++) {
            CaseTransaction moved = steps.get(later).at(later + 1);
            steps.set(later, moved);
            changed.add(moved);
        }
    }

    private int placeOf(FormRef form) {
        for (int i = 0; i < steps.size(); i++) {
            if (form.formId().equals(steps.get(i).formId())) {
                return i;
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            CaseTransaction step = steps.get(i);
            if (step.formId() != null && step.serverDate().isAfter(form.receivedOn())) {
                return i;
            }
        }
        return steps.size();
    }

    List<CaseTransaction> steps() {
        return steps;
    }

    /** What has to be written. */
    List<CaseTransaction> changed() {
        return changed;
    }

    int lastOrdinal() {
        return steps.size();
    }
}

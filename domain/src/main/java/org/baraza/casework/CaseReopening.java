// SPDX-License-Identifier: Apache-2.0
package org.baraza.casework;

import java.util.List;
import java.util.Set;
import org.baraza.cases.CaseBlock;
import org.baraza.cases.CaseTransaction;
import org.baraza.cases.Cases;
import org.baraza.forms.FormArchive;
import org.baraza.forms.FormContent;
import org.baraza.forms.FormCorrections;
import org.baraza.forms.Forms;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Undoes that cases were closed. No case XML opens a case again (device protocol: effects on the case), so the forms that closed
 * it must say something else: one that did nothing but this is archived, as CommCare HQ does; of one that says more, or did
 * something to other cases, only the closing is taken out, by a correction, and the rest of it stands. The phones get the case
 * again at their next sync.
 */
public final class CaseReopening {
    private final Cases cases;
    private final Forms forms;
    private final FormArchive archive;
    private final FormCorrections corrections;

    public CaseReopening(Cases cases, Forms forms, FormArchive archive, FormCorrections corrections) {
        this.cases = cases;
        this.forms = forms;
        this.archive = archive;
        this.corrections = corrections;
    }

    /** Opens a closed case; one that is open stays as it is. Needs {@code edit_data}. */
    public void reopen(ProjectAccess who, String caseId) {
        who.require(Permission.EDIT_DATA);
        if (cases.get(who, caseId).filter(state -> !state.deleted()).isEmpty()) {
            throw new Refused(new Problem.NotFound("case"));
        }
        List<CaseTransaction> closings = cases.closings(who, caseId);
        if (closings.stream().anyMatch(step -> step.formId() == null)) {
            throw new Refused(new Problem.Conflict("NO_CLOSING_FORM", "The case came here closed; no form closed it."));
        }
        closings.forEach(step -> undo(who, caseId, String.valueOf(step.formId())));
    }

    private void undo(ProjectAccess who, String caseId, String formId) {
        if (onlyCloses(who, formId)) {
            archive.archive(who, formId);
        } else {
            corrections.dropClosing(who, formId, caseId);
        }
    }

    private boolean onlyCloses(ProjectAccess who, String formId) {
        List<CaseTransaction> steps = cases.stepsOfForms(who, Set.of(formId)).getOrDefault(formId, List.of());
        return steps.size() == 1
                && steps.getFirst().work().ledgers().isEmpty()
                && steps.getFirst().work().blocks().stream().allMatch(CaseBlock::onlyCloses)
                && saysNothing(who, formId);
    }

    private boolean saysNothing(ProjectAccess who, String formId) {
        return forms.contents(who, Set.of(formId)).values().stream()
                .map(FormContent::questions)
                .allMatch(List::isEmpty);
    }
}

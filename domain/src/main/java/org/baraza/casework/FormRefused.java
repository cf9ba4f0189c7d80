// SPDX-License-Identifier: Apache-2.0
package org.baraza.casework;

import org.baraza.cases.ContentError;
import org.baraza.forms.ServerForms;
import org.baraza.problem.Refused;

/**
 * The updates became a form that breaks a rule of cases; it is kept with what is wrong, and changed nothing.
 *
 * @param formId under which it is kept
 */
public record FormRefused(String formId, ContentError error) implements CaseOutcome {

    @Override
    public CasesChanged orRefused() {
        throw new Refused(ServerForms.problem(error));
    }
}

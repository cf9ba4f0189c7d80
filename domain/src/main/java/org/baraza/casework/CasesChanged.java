// SPDX-License-Identifier: Apache-2.0
package org.baraza.casework;

import java.util.List;

/**
 * Everything was done that was asked for.
 *
 * @param formId the form that did it
 * @param caseIds the cases, in the order of the updates
 */
public record CasesChanged(String formId, List<String> caseIds) implements CaseOutcome {
    public CasesChanged {
        caseIds = List.copyOf(caseIds);
    }

    @Override
    public CasesChanged orRefused() {
        return this;
    }
}

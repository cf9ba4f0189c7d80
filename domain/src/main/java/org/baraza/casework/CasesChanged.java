// SPDX-License-Identifier: Apache-2.0
package org.baraza.casework;

import java.util.List;

/**
 * What became of a request.
 *
 * @param formId the form that did it
 * @param caseIds the cases, in the order of the updates
 */
public record CasesChanged(String formId, List<String> caseIds) {
    public CasesChanged {
        caseIds = List.copyOf(caseIds);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Instant;
import java.util.List;

/**
 * Where a case comes from.
 *
 * @param openedOnServer when its first form took effect here
 * @param formIds forms that contribute to it, in the order of its history
 */
public record CaseOrigin(Instant openedOnServer, List<String> formIds) {
    public CaseOrigin {
        formIds = List.copyOf(formIds);
    }
}

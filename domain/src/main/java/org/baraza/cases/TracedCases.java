// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.util.Map;
import org.baraza.paging.Slice;

/**
 * A part of a list of cases, and where they come from.
 *
 * @param origins by the ids of the cases
 */
public record TracedCases(Slice<ListedCase> cases, Map<String, CaseOrigin> origins) {
    public TracedCases {
        origins = Map.copyOf(origins);
    }
}

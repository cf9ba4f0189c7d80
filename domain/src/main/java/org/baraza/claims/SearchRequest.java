// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a phone looks for (device protocol: case search).
 *
 * @param caseTypes types of the cases; at least one
 * @param criteria all of which a case must fulfil
 * @param relatedProperty a property that holds ids of cases to be sent along; null for none
 * @param withAllRelated whether everything that the results hang together with is sent along
 */
public record SearchRequest(
        List<String> caseTypes,
        List<Criterion> criteria,
        List<SortKey> sort,
        @Nullable String relatedProperty,
        boolean withAllRelated) {}

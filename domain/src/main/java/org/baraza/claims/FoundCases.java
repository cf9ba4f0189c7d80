// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import java.util.List;

/**
 * What was found, in order; related cases last.
 *
 * @param more whether more would fit, beyond the most that an answer holds
 */
public record FoundCases(List<FoundCase> cases, boolean more) {}

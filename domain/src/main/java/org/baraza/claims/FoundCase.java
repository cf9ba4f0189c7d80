// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import java.math.BigDecimal;
import org.baraza.cases.CaseState;
import org.jspecify.annotations.Nullable;

/**
 * A case in an answer.
 *
 * @param score how well it fits what was looked for; null for one that was asked for by its id
 * @param related whether it only comes along with others
 */
public record FoundCase(CaseState state, @Nullable BigDecimal score, boolean related) {}

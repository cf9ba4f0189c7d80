// SPDX-License-Identifier: Apache-2.0
/**
 * From problems to answers. One translator for each protocol, each an exhaustive switch over
 * {@link org.baraza.problem.Problem}; what nobody foresaw becomes a 500 with a trace id and says nothing else.
 */
@NullMarked
package org.baraza.api.problems;

import org.jspecify.annotations.NullMarked;

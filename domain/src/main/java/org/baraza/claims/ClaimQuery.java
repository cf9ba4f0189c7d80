// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which open claims are wanted.
 *
 * @param holderId those that this person holds; null for everybody's
 * @param caseId those of this case; null for all cases
 */
public record ClaimQuery(
        @Nullable String holderId, @Nullable String caseId, PageRequest page) {}

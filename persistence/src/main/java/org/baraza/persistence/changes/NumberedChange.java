// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import java.time.Instant;
import java.util.List;
import org.baraza.persistence.tenancy.ProjectId;

/**
 * A change at its place in the feed.
 *
 * @param position place, 1 for the first, without gaps
 * @param at when its transaction began
 */
public record NumberedChange(
        long position, ProjectId project, Change.Kind kind, String documentId, List<String> caseIds, Instant at) {}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.time.Instant;
import org.baraza.persistence.tenancy.ProjectId;

/**
 * A project space of an enterprise account.
 *
 * @param active whether anybody gets into it
 * @param inherits whether members of the account's source act here too
 */
public record AccountProject(
        ProjectId project,
        String name,
        String displayName,
        boolean active,
        boolean inherits,
        Instant addedAt,
        String addedBy) {}

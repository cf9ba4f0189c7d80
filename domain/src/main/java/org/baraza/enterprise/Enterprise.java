// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectId;

/**
 * An organisation with several project spaces.
 *
 * @param source the project whose members act in others of the account; empty for none
 */
public record Enterprise(UUID accountId, String name, Optional<ProjectId> source, Instant createdAt) {}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.tenancy;

import java.time.Instant;
import java.time.ZoneId;
import org.baraza.persistence.tenancy.ProjectId;

/**
 * A project space: one programme with its own people, forms and cases.
 *
 * @param name the slug that stands in URLs; never changes
 * @param timeZone in which the programme's days begin
 */
public record Project(ProjectId id, String name, String displayName, ZoneId timeZone, Instant createdAt) {}

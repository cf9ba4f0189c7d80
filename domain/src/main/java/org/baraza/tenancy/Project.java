// SPDX-License-Identifier: Apache-2.0
package org.baraza.tenancy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.baraza.persistence.tenancy.ProjectId;

/**
 * A project space: one programme with its own people, forms and cases.
 *
 * @param name the slug that stands in URLs; never changes
 * @param timeZone in which the programme's days begin
 * @param switches what whoever runs the server switched on
 */
public record Project(
        ProjectId id, String name, String displayName, ZoneId timeZone, Instant createdAt, Set<Switch> switches) {

    /** The switch that stops what somebody comes for, if one does. */
    public Optional<Switch> stopping(Errand errand) {
        return switches.stream().filter(one -> one.stops(errand)).max(Comparator.naturalOrder());
    }
}

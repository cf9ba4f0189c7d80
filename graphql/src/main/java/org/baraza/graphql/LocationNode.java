// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Location;
import org.jspecify.annotations.Nullable;

/** A place in the tree of the organisation. */
record LocationNode(ProjectAccess access, Location location) implements Node {
    @Override
    public String id() {
        return new GlobalId(GlobalId.Kind.LOCATION, access.projectName(), location.locationId()).text();
    }

    public String locationId() {
        return location.locationId();
    }

    public int number() {
        return location.number();
    }

    public String name() {
        return location.name();
    }

    public LocationTypeNode type() {
        return new LocationTypeNode(location.type());
    }

    public String siteCode() {
        return location.siteCode();
    }

    public @Nullable String externalId() {
        return location.externalId().isEmpty() ? null : location.externalId();
    }

    public Map<String, String> metadata() {
        return location.metadata();
    }

    public @Nullable String latitude() {
        return degrees(location.latitude());
    }

    public @Nullable String longitude() {
        return degrees(location.longitude());
    }

    private static @Nullable String degrees(@Nullable BigDecimal angle) {
        return angle == null ? null : angle.toPlainString();
    }

    public boolean archived() {
        return location.isArchived();
    }

    public @Nullable Instant archivedOn() {
        return location.archivedOn();
    }

    public Instant createdAt() {
        return location.createdAt();
    }

    public Instant lastModified() {
        return location.lastModified();
    }
}

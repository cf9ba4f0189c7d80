// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Location;
import org.baraza.places.LocationEditing;
import org.baraza.places.LocationLifecycle;
import org.baraza.places.LocationWish;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Makes, changes and moves locations, and takes them out of use. */
@Controller
final class LocationMutations {
    private final Entrance entrance;
    private final LocationEditing editing;
    private final LocationLifecycle lifecycle;

    LocationMutations(Entrance entrance, LocationEditing editing, LocationLifecycle lifecycle) {
        this.entrance = entrance;
        this.editing = editing;
        this.lifecycle = lifecycle;
    }

    /** A location to be made. */
    record Creation(
            String project,
            String name,
            String typeCode,
            @Nullable String parentId,
            @Nullable String siteCode,
            @Nullable String externalId,
            @Nullable Map<String, Object> metadata,
            @Nullable String latitude,
            @Nullable String longitude) {

        private LocationWish wish() {
            LocationWish bare = LocationWish.of(name, typeCode, parentId == null ? "" : parentId);
            return new Change(project, "", null, null, siteCode, externalId, metadata, latitude, longitude)
                    .applied(bare);
        }
    }

    /** What a location is to be; null where it stays as it is. */
    record Change(
            String project,
            String locationId,
            @Nullable String name,
            @Nullable String typeCode,
            @Nullable String siteCode,
            @Nullable String externalId,
            @Nullable Map<String, Object> metadata,
            @Nullable String latitude,
            @Nullable String longitude) {

        private LocationWish applied(LocationWish wish) {
            return new LocationWish(
                    name == null ? wish.name() : name,
                    typeCode == null ? wish.typeCode() : typeCode,
                    wish.parentId(),
                    siteCode == null ? wish.siteCode() : siteCode,
                    externalId == null ? wish.externalId() : externalId,
                    metadata == null ? wish.metadata() : JsonTexts.of(metadata),
                    latitude == null ? wish.latitude() : degrees("latitude", latitude),
                    longitude == null ? wish.longitude() : degrees("longitude", longitude));
        }

        private static @Nullable BigDecimal degrees(String field, String text) {
            try {
                return text.isBlank() ? null : new BigDecimal(text.strip());
            } catch (NumberFormatException e) {
                throw new Refused(Problem.Invalid.field(field, "COORDINATE_INVALID", "This is no number."));
            }
        }
    }

    /** A new place in the tree. */
    record Move(String project, String locationId, @Nullable String parentId) {}

    /** Which location. */
    record Which(String project, String locationId) {}

    /** Two locations that become one. */
    record Merge(String project, String fromLocationId, String intoLocationId) {}

    /** What came of it. */
    record LocationPayload(@Nullable LocationNode location, List<UserError> userErrors) {}

    /** What came of it. */
    record DeleteLocationPayload(List<UserError> userErrors) {}

    @MutationMapping
    LocationPayload createLocation(@Argument Creation input) {
        return change(input.project, access -> editing.create(access, input.wish()));
    }

    @MutationMapping
    LocationPayload updateLocation(@Argument Change input) {
        return change(input.project, access -> editing.edit(access, input.locationId, input::applied));
    }

    @MutationMapping
    LocationPayload moveLocation(@Argument Move input) {
        String parentId = input.parentId == null ? "" : input.parentId;
        return change(
                input.project, access -> editing.edit(access, input.locationId, wish -> wish.withParentId(parentId)));
    }

    @MutationMapping
    LocationPayload archiveLocation(@Argument Which input) {
        return change(input.project, access -> lifecycle.archive(access, input.locationId));
    }

    @MutationMapping
    LocationPayload unarchiveLocation(@Argument Which input) {
        return change(input.project, access -> lifecycle.unarchive(access, input.locationId));
    }

    @MutationMapping
    LocationPayload mergeLocations(@Argument Merge input) {
        return change(input.project, access -> lifecycle.merge(access, input.fromLocationId, input.intoLocationId));
    }

    private LocationPayload change(String project, Function<ProjectAccess, Location> deed) {
        return Attempt.at(
                () -> {
                    ProjectAccess access = entrance.enter(project);
                    return new LocationNode(access, InProject.scoped(access, () -> deed.apply(access)));
                },
                LocationPayload::new);
    }

    @MutationMapping
    DeleteLocationPayload deleteLocation(@Argument Which input) {
        return Attempt.at(
                () -> {
                    ProjectAccess access = entrance.enter(input.project);
                    return InProject.scoped(access, () -> {
                        lifecycle.delete(access, input.locationId);
                        return true;
                    });
                },
                (done, errors) -> new DeleteLocationPayload(errors));
    }
}

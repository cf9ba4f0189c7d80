// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.LocationType;
import org.baraza.places.LocationTypeWish;
import org.baraza.places.LocationTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Makes, changes and deletes levels. */
@Controller
final class LocationTypeMutations {
    private final Entrance entrance;
    private final LocationTypes types;

    LocationTypeMutations(Entrance entrance, LocationTypes types) {
        this.entrance = entrance;
        this.types = types;
    }

    /** A level to be made. */
    record Creation(
            String project,
            String name,
            @Nullable String code,
            @Nullable String parentCode,
            @Nullable Boolean administrative,
            @Nullable Boolean sharesCases,
            @Nullable Boolean viewDescendants) {}

    /** What a level is to be; null where it stays as it is. */
    record Change(
            String project,
            String code,
            @Nullable String name,
            @Nullable String newCode,
            @Nullable String parentCode,
            @Nullable Boolean administrative,
            @Nullable Boolean sharesCases,
            @Nullable Boolean viewDescendants) {

        private LocationTypeWish applied(LocationTypeWish wish) {
            return new LocationTypeWish(
                    name == null ? wish.name() : name,
                    newCode == null ? wish.code() : newCode,
                    parentCode == null ? wish.parentCode() : parentCode,
                    administrative == null ? wish.administrative() : administrative,
                    sharesCases == null ? wish.sharesCases() : sharesCases,
                    viewDescendants == null ? wish.viewDescendants() : viewDescendants);
        }
    }

    /** Which level. */
    record Deletion(String project, String code) {}

    /** What came of it. */
    record LocationTypePayload(@Nullable LocationTypeNode locationType, List<UserError> userErrors) {}

    /** What came of it. */
    record DeleteLocationTypePayload(List<UserError> userErrors) {}

    @MutationMapping
    LocationTypePayload createLocationType(@Argument Creation input) {
        return change(input.project, access -> types.create(access, wanted(input)));
    }

    private static LocationTypeWish wanted(Creation input) {
        return new LocationTypeWish(
                input.name,
                input.code == null ? "" : input.code,
                input.parentCode == null ? "" : input.parentCode,
                Boolean.TRUE.equals(input.administrative),
                Boolean.TRUE.equals(input.sharesCases),
                Boolean.TRUE.equals(input.viewDescendants));
    }

    @MutationMapping
    LocationTypePayload updateLocationType(@Argument Change input) {
        UnaryOperator<LocationTypeWish> change = input::applied;
        return change(input.project, access -> types.edit(access, input.code, change));
    }

    private LocationTypePayload change(String project, Function<ProjectAccess, LocationType> deed) {
        return Attempt.at(
                () -> {
                    ProjectAccess access = entrance.enter(project);
                    return new LocationTypeNode(InProject.scoped(access, () -> deed.apply(access)));
                },
                LocationTypePayload::new);
    }

    @MutationMapping
    DeleteLocationTypePayload deleteLocationType(@Argument Deletion input) {
        return Attempt.at(
                () -> {
                    ProjectAccess access = entrance.enter(input.project);
                    return InProject.scoped(access, () -> {
                        types.delete(access, input.code);
                        return true;
                    });
                },
                (done, errors) -> new DeleteLocationTypePayload(errors));
    }
}

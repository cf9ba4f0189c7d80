// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Objects;
import org.baraza.apps.PinQuery;
import org.baraza.apps.PinnedRelease;
import org.baraza.apps.PinnedRelease.Kind;
import org.baraza.apps.PinnedReleases;
import org.baraza.apps.ReleaseSettings;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Versions that are kept to locations or language profiles. */
@Controller
final class PinController {
    private final Entrance entrance;
    private final PinnedReleases pins;

    PinController(Entrance entrance, PinnedReleases pins) {
        this.entrance = entrance;
        this.pins = pins;
    }

    /** Whether versions shall be kept to some people. */
    record Settings(String project, boolean byLocation, boolean byProfile) {}

    /** A version to be kept to somebody. */
    record Pin(String project, String buildId, Kind kind, String placeId) {}

    /** Whether that counts. */
    record Activation(String project, String pinId, Kind kind, boolean active) {}

    /** What came of it. */
    record SettingsPayload(@Nullable ReleaseSettings settings, List<UserError> userErrors) {}

    /** What came of it. */
    record PinPayload(@Nullable PinnedRelease pin, List<UserError> userErrors) {}

    @SchemaMapping(typeName = "Project", field = "appReleaseSettings")
    ReleaseSettings settings(ProjectNode project) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> pins.settings(access));
    }

    @SchemaMapping(typeName = "Project", field = "pinnedAppReleases")
    Connection<PinnedRelease> list(
            ProjectNode project,
            @Argument @Nullable Kind kind,
            @Argument @Nullable String appId,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        PinQuery query = new PinQuery(Objects.requireNonNullElse(kind, Kind.LOCATION), appId, null, null, null, page);
        return Connection.of(
                InProject.scoped(access, () -> pins.list(access, query)), page, PinnedRelease::cursor, pin -> pin);
    }

    @MutationMapping
    SettingsPayload setAppReleaseSettings(@Argument Settings input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> pins.set(access, new ReleaseSettings(input.byLocation, input.byProfile)),
                SettingsPayload::new);
    }

    @MutationMapping
    PinPayload pinAppRelease(@Argument Pin input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> pins.pin(access, input.buildId, input.kind, input.placeId),
                PinPayload::new);
    }

    @MutationMapping
    PinPayload activatePinnedAppRelease(@Argument Activation input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> pins.activate(access, input.pinId, input.kind, input.active),
                PinPayload::new);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.baraza.apps.RolloutWish;
import org.baraza.apps.Rollouts;
import org.baraza.apps.rollout.Audience;
import org.baraza.apps.rollout.Health;
import org.baraza.apps.rollout.Rollout;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Versions of applications that go to some before they go to all. */
@Controller
final class RolloutController {
    private final Entrance entrance;
    private final Rollouts rollouts;

    RolloutController(Entrance entrance, Rollouts rollouts) {
        this.entrance = entrance;
        this.rollouts = rollouts;
    }

    /** A rollout to be begun. */
    record Start(
            String project,
            String buildId,
            int percent,
            @Nullable List<String> groupIds,
            @Nullable List<String> locationIds,
            @Nullable Integer errorLimit) {}

    /** Who gets the version from now on. */
    record Widening(
            String project,
            String rolloutId,
            int percent,
            @Nullable List<String> groupIds,
            @Nullable List<String> locationIds) {}

    /** What people do with a rollout. */
    enum Word {
        PAUSE,
        RESUME,
        COMPLETE
    }

    /** A step of a rollout. */
    record Step(String project, String rolloutId, Word step) {}

    /** What came of it. */
    record RolloutPayload(@Nullable RolloutNode rollout, List<UserError> userErrors) {}

    @SchemaMapping(typeName = "App", field = "rollout")
    @Nullable
    RolloutNode open(AppNode app) {
        ProjectAccess access = app.access();
        return InProject.scoped(access, () -> rollouts.open(access, app.appId()))
                .map(rollout -> new RolloutNode(access, rollout))
                .orElse(null);
    }

    @SchemaMapping(typeName = "App", field = "rollouts")
    Connection<RolloutNode> list(
            AppNode app,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = app.access();
        PageRequest page = Paging.wanted(first, after, selection);
        return Connection.of(
                InProject.scoped(access, () -> rollouts.list(access, app.appId(), page)),
                page,
                Rollout::cursor,
                rollout -> new RolloutNode(access, rollout));
    }

    @SchemaMapping(typeName = "AppRollout", field = "health")
    Health health(RolloutNode node) {
        return InProject.scoped(node.access(), () -> rollouts.health(node.access(), node.rollout()));
    }

    @MutationMapping
    RolloutPayload startAppRollout(@Argument Start input) {
        OptionalInt limit = input.errorLimit == null ? OptionalInt.empty() : OptionalInt.of(input.errorLimit);
        return done(
                input.project,
                access -> rollouts.start(
                        access,
                        new RolloutWish(
                                input.buildId, audience(input.percent, input.groupIds, input.locationIds), limit)));
    }

    @MutationMapping
    RolloutPayload widenAppRollout(@Argument Widening input) {
        return done(
                input.project,
                access -> rollouts.widen(
                        access, input.rolloutId, audience(input.percent, input.groupIds, input.locationIds)));
    }

    private static Audience audience(int percent, @Nullable List<String> groups, @Nullable List<String> locations) {
        return new Audience(percent, ids(groups), ids(locations));
    }

    private static Set<String> ids(@Nullable List<String> given) {
        return Set.copyOf(Objects.requireNonNullElse(given, List.of()));
    }

    @MutationMapping
    RolloutPayload stepAppRollout(@Argument Step input) {
        return done(input.project, access -> switch (input.step) {
            case PAUSE -> rollouts.pause(access, input.rolloutId);
            case RESUME -> rollouts.resume(access, input.rolloutId);
            case COMPLETE -> rollouts.complete(access, input.rolloutId);
        });
    }

    private RolloutPayload done(String project, Function<ProjectAccess, Rollout> deed) {
        return Attempt.in(
                entrance, project, access -> new RolloutNode(access, deed.apply(access)), RolloutPayload::new);
    }
}

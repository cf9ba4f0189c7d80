// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.function.Function;
import org.baraza.apps.AppVersion;
import org.baraza.apps.Apps;
import org.baraza.apps.Making;
import org.baraza.apps.Rollouts;
import org.baraza.apps.Versions;
import org.baraza.apps.checks.Problem;
import org.baraza.devices.RunningVersions;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Makes versions of applications, and says which of them phones get. */
@Controller
final class VersionMutations {
    private final Entrance entrance;
    private final Apps apps;
    private final Versions versions;
    private final Rollouts rollouts;
    private final RunningVersions running;

    VersionMutations(Entrance entrance, Apps apps, Versions versions, Rollouts rollouts, RunningVersions running) {
        this.entrance = entrance;
        this.apps = apps;
        this.versions = versions;
        this.rollouts = rollouts;
        this.running = running;
    }

    /** A version to be made. */
    record Make(String project, String appId, @Nullable String comment) {}

    /** Whether phones get a version. */
    record Release(String project, String buildId, boolean released) {}

    /** What is said about a version. */
    record Comment(String project, String buildId, String comment) {}

    /** A version that goes. */
    record Deletion(String project, String buildId) {}

    /** What came of it. */
    record MakeVersionPayload(
            @Nullable AppVersion version, List<AppProblemNode> problems, List<UserError> userErrors) {}

    /** What came of it. */
    record AppVersionPayload(
            @Nullable AppVersion version, @Nullable Integer stillRunning, List<UserError> userErrors) {}

    /** A version to go back to. */
    record RollBack(String project, String buildId) {}

    private record Came(@Nullable AppVersion version, List<AppProblemNode> problems) {}

    @MutationMapping
    MakeVersionPayload makeVersion(@Argument Make input, @ContextValue(name = ServerAddress.KEY) String serverAddress) {
        String comment = input.comment == null ? "" : input.comment;
        return Attempt.in(
                entrance,
                input.project,
                access -> came(access, input.appId, versions.make(access, input.appId, comment, serverAddress)),
                (came, errors) -> came == null
                        ? new MakeVersionPayload(null, List.of(), errors)
                        : new MakeVersionPayload(came.version, came.problems, errors));
    }

    private Came came(ProjectAccess access, String appId, Making making) {
        return switch (making) {
            case Making.Made(AppVersion version, var without) -> new Came(version, nodes(access, appId, without));
            case Making.Stopped(var problems) -> new Came(null, nodes(access, appId, problems));
        };
    }

    private List<AppProblemNode> nodes(ProjectAccess access, String appId, List<Problem> problems) {
        return problems.isEmpty()
                ? List.of()
                : AppProblemNode.of(apps.read(access, appId).orElseThrow().app(), problems);
    }

    @MutationMapping
    AppVersionPayload releaseVersion(@Argument Release input) {
        return input.released
                ? version(input.project, access -> versions.release(access, input.buildId, true))
                : retired(input.project, access -> versions.release(access, input.buildId, false));
    }

    @MutationMapping
    AppVersionPayload commentVersion(@Argument Comment input) {
        return version(input.project, access -> versions.comment(access, input.buildId, input.comment));
    }

    @MutationMapping
    AppVersionPayload deleteVersion(@Argument Deletion input) {
        return retired(input.project, access -> versions.delete(access, input.buildId));
    }

    @MutationMapping
    AppVersionPayload rollBackApp(
            @Argument RollBack input, @ContextValue(name = ServerAddress.KEY) String serverAddress) {
        return version(input.project, access -> rollouts.rollBack(access, input.buildId, serverAddress));
    }

    private AppVersionPayload version(String project, Function<ProjectAccess, AppVersion> deed) {
        return Attempt.in(entrance, project, deed, (version, errors) -> new AppVersionPayload(version, null, errors));
    }

    private record Retired(AppVersion version, int stillRunning) {}

    /** Tells as well how many phones have what they will not be given any more. */
    private AppVersionPayload retired(String project, Function<ProjectAccess, AppVersion> deed) {
        return Attempt.in(
                entrance,
                project,
                access -> {
                    AppVersion version = deed.apply(access);
                    return new Retired(version, running.count(access, version.appId(), version.number()));
                },
                (retired, errors) -> retired == null
                        ? new AppVersionPayload(null, null, errors)
                        : new AppVersionPayload(retired.version, retired.stillRunning, errors));
    }
}

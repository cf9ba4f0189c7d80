// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.baraza.devices.CrashGroup;
import org.baraza.devices.DeviceLog;
import org.baraza.devices.DeviceLogs;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The logs of phones. */
@Controller
final class DeviceLogController {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;

    private final DeviceLogs logs;
    private final Clock clock;

    DeviceLogController(DeviceLogs logs, Clock clock) {
        this.logs = logs;
        this.clock = clock;
    }

    @SchemaMapping(typeName = "Project", field = "deviceLogs")
    Connection<DeviceLogNode> list(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable DeviceLogFilterInput filter,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        return Connection.of(
                InProject.scoped(access, () -> logs.list(access, DeviceLogFilterInput.query(filter, page))),
                page,
                DeviceLog::cursor,
                log -> new DeviceLogNode(access, log));
    }

    @SchemaMapping(typeName = "DeviceLog", field = "user")
    CompletableFuture<@Nullable UserNode> user(DeviceLogNode node, DataLoader<Key, UserNode> userById) {
        return CaseController.load(userById, node.access(), node.userId());
    }

    @SchemaMapping(typeName = "Project", field = "deviceCrashes")
    List<CrashGroup> crashes(ProjectNode project, @Argument @Nullable Integer days, @Argument @Nullable Integer first) {
        ProjectAccess access = project.access();
        int back = within("days", days, USUAL_DAYS, MOST_DAYS);
        int most = within("first", first, Paging.DEFAULT, Paging.MOST);
        return InProject.scoped(
                access, () -> logs.crashes(access, clock.instant().minus(Duration.ofDays(back)), most));
    }

    private static int within(String argument, @Nullable Integer given, int usual, int most) {
        int value = given == null ? usual : given;
        if (value < 1 || value > most) {
            throw new Refused(
                    Problem.Invalid.field(argument, "OUT_OF_RANGE", "`" + argument + "` is from 1 to " + most + "."));
        }
        return value;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.baraza.devices.RunningCount;
import org.baraza.devices.RunningDevice;
import org.baraza.devices.RunningQuery;
import org.baraza.devices.RunningVersions;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Who runs which version of an application. */
@Controller
final class RunningController {
    private final RunningVersions running;

    RunningController(RunningVersions running) {
        this.running = running;
    }

    /** How many run the same, in the words of the schema. */
    record CountNode(@Nullable Integer appVersion, String profileId, String commcareVersion, int devices, int workers) {
        static CountNode of(RunningCount count) {
            return new CountNode(
                    count.appVersion(), count.profileId(), count.clientVersion(), count.devices(), count.workers());
        }
    }

    /** A phone in the words of the schema. */
    record PhoneNode(ProjectAccess access, RunningDevice device) implements InProject {
        public String deviceId() {
            return device.deviceId();
        }

        public String userId() {
            return device.userId();
        }

        public @Nullable Integer appVersion() {
            return device.appVersion();
        }

        public String profileId() {
            return device.profileId();
        }

        public String commcareVersion() {
            return device.clientVersion();
        }

        public Instant seenOn() {
            return device.seenOn();
        }
    }

    /** Which phones are wanted. */
    record Filter(
            @Nullable Integer appVersion,
            @Nullable String profileId,
            @Nullable String commcareVersion) {
        static final Filter ALL = new Filter(null, null, null);
    }

    @SchemaMapping(typeName = "App", field = "running")
    List<CountNode> counts(AppNode app) {
        ProjectAccess access = app.access();
        return InProject.scoped(access, () -> running.counts(access, app.appId())).stream()
                .map(CountNode::of)
                .toList();
    }

    @SchemaMapping(typeName = "Project", field = "appDevices")
    Connection<PhoneNode> list(
            ProjectNode project,
            @Argument String appId,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable Filter filter,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        Filter wanted = filter == null ? Filter.ALL : filter;
        RunningQuery query = new RunningQuery(appId, wanted.appVersion, wanted.profileId, wanted.commcareVersion, page);
        return Connection.of(
                InProject.scoped(access, () -> running.list(access, query)),
                page,
                RunningDevice::cursor,
                device -> new PhoneNode(access, device));
    }

    @SchemaMapping(typeName = "AppDevice", field = "user")
    CompletableFuture<@Nullable UserNode> user(PhoneNode node, DataLoader<Key, UserNode> userById) {
        return CaseController.load(userById, node.access(), node.userId());
    }
}

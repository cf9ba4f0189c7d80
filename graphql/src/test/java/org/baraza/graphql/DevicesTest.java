// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.baraza.devices.DeviceActivity;
import org.baraza.identity.Actor;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.ProjectAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Devices, prompts and measures by GraphQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DevicesTest {
    private final Server server = new Server();
    private final WebUser admin = server.world.webUser("admin@example.org");

    @BeforeAll
    void workersWithTwoPhonesEach() {
        ProjectAccess demo = server.world.project("demo", admin);
        try (var activity = new DeviceActivity(server.world.transactions, server.world.clock, Duration.ofDays(1))) {
            for (String name : List.of("amina", "joseph", "zuri")) {
                MobileWorker made = server.world.worker(demo, name);
                ProjectAccess worker = server.world
                        .node
                        .access
                        .to(new Actor.MobileWorker(made.userId(), name, demo.project()), "demo")
                        .orElseThrow();
                activity.synced(worker, name + "-1");
                activity.submitted(worker, name + "-2", 7, "2.53.1");
            }
        }
    }

    @AfterAll
    void close() {
        server.close();
    }

    private long statements(int first) {
        server.counted.forget();
        server.ask(
                        admin,
                        "query($first: Int) { project(name: \"demo\") { mobileWorkers(first: $first) { nodes {"
                                + " lastSyncOn lastHeartbeatOn devices { deviceId attention user { username } } } } } }",
                        Map.of("first", first))
                .path("project.mobileWorkers.nodes[*].devices[*].user.username")
                .entityList(String.class)
                .hasSize(2 * first);
        return server.counted.statements().size();
    }

    @Test
    void threeWorkersCostNoMoreStatementsThanOne() {
        assertThat(statements(3)).isEqualTo(statements(1));
    }

    @Test
    void devicesAreFoundByBuildAndByName() {
        var found = server.ask(
                admin,
                "{ project(name: \"demo\") { devices(first: 2, filter: {appVersion: 7, search: \"\"}) {"
                        + " totalCount pageInfo { hasNextPage } nodes { appVersion commcareVersion lastSyncOn } } } }");
        found.path("project.devices.totalCount").entity(Integer.class).isEqualTo(3);
        found.path("project.devices.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
        server.ask(
                        admin,
                        "{ project(name: \"demo\") { devices(filter: {search: \"Zuri\"}) { nodes { user { username } } } } }")
                .path("project.devices.nodes[*].user.username")
                .entityList(String.class)
                .containsExactly("zuri", "zuri");
    }

    @Test
    void whatPhonesWouldNotUnderstandIsRefused() {
        assertThat(errors("addRecoveryMeasure", "appId: \"a\", kind: APP_UPDATE, appVersionMin: 4, appVersionMax: 3"))
                .containsExactly("RANGE_INVALID");
        assertThat(errors("addRecoveryMeasure", "appId: \"a\", kind: CC_UPDATE"))
                .containsExactly("RANGE_MISSING");
        assertThat(errors(
                        "addRecoveryMeasure",
                        "appId: \"a\", kind: CC_UPDATE, commcareVersionMin: \"2.9\", commcareVersionMax: \"2.53\""))
                .isEmpty();
        assertThat(errors(
                        "setAppUpdatePrompts",
                        "appId: \" \", commcarePrompt: ON, commcareVersion: \"new\", appPrompt: ON, appVersion: 0"))
                .containsExactly("APP_ID_INVALID", "VERSION_INVALID", "VERSION_INVALID");
        assertThat(errors("removeRecoveryMeasure", "sequenceNumber: 999")).containsExactly("NOT_FOUND");
    }

    private List<String> errors(String mutation, String input) {
        return server.ask(
                        admin,
                        "mutation { " + mutation + "(input: {project: \"demo\", " + input
                                + "}) { userErrors { code } } }")
                .path(mutation + ".userErrors[*].code")
                .entityList(String.class)
                .get();
    }
}

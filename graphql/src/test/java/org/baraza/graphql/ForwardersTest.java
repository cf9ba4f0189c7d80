// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.baraza.identity.Actor.WebUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/** Forwarders, their health, replays and what was set aside, by GraphQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ForwardersTest {
    private final Server server = new Server();
    private final WebUser admin = server.world.webUser("admin@example.org");
    private String connectionId = "";

    @BeforeAll
    void aConnection() {
        server.world.project("demo", admin);
        connectionId = mutate(
                        "createConnection",
                        "name: \"Clinic\", url: \"http://clinic.invalid/\", notifyAddresses: [\"a@example.org\"]",
                        "connection { id }")
                .path("createConnection.connection.id")
                .entity(String.class)
                .get();
    }

    @AfterAll
    void close() {
        server.close();
    }

    private Response mutate(String mutation, String input, String selection) {
        return server.ask(
                admin,
                "mutation { " + mutation + "(input: {project: \"demo\", " + input + "}) { " + selection
                        + " userErrors { code field } } }",
                Map.of());
    }

    private String forwarder() {
        return mutate(
                        "createForwarder",
                        "connectionId: \"" + connectionId + "\", type: \"AppStructureRepeater\"",
                        "forwarder { id }")
                .path("createForwarder.forwarder.id")
                .entity(String.class)
                .get();
    }

    private long statements(int forwarders) {
        server.counted.forget();
        server.ask(
                        admin,
                        "{ project(name: \"demo\") { forwarders { connection { url } health { oldestOpenAt hours { attempts"
                                + " failed halfWithin mostWithin } } } setAsideChanges { totalCount nodes { reason } } } }",
                        Map.of())
                .path("project.forwarders[*].health.hours[*].attempts")
                .entityList(Integer.class)
                .hasSize(24 * forwarders);
        return server.counted.statements().size();
    }

    @Test
    void threeForwardersWithTheirHealthCostNoMoreStatementsThanOne() {
        List<String> made = new java.util.ArrayList<>(List.of(forwarder()));
        long one = statements(1);
        made.add(forwarder());
        made.add(forwarder());
        assertThat(statements(3)).isEqualTo(one);
        made.forEach(id -> mutate("deleteForwarder", "forwarderId: \"" + id + "\"", "forwarderId"));
    }

    @Test
    void aReplayIsAJobOfAForwarderAndAStretchOfTime() {
        String forwarder = forwarder();
        String march = "since: \"2026-03-01T00:00:00Z\", until: \"2026-03-02T00:00:00Z\"";
        mutate("replayForwarder", "forwarderId: \"" + forwarder + "\", " + march, "job { kind state }")
                .path("replayForwarder.job.kind")
                .entity(String.class)
                .isEqualTo("FORWARDING_REPLAY");
        mutate(
                        "replayForwarder",
                        "forwarderId: \"" + forwarder + "\", since: \"2026-03-02T00:00:00Z\","
                                + " until: \"2026-03-01T00:00:00Z\"",
                        "job { kind }")
                .path("replayForwarder.userErrors[0].code")
                .entity(String.class)
                .isEqualTo("RANGE_EMPTY");
        mutate("replayForwarder", "forwarderId: \"none\", " + march, "job { kind }")
                .path("replayForwarder.userErrors[0].code")
                .entity(String.class)
                .isEqualTo("NOT_FOUND");
        mutate("deleteForwarder", "forwarderId: \"" + forwarder + "\"", "forwarderId");
    }

    @Test
    void recordsAreActedOnByIdsOrByAFilterAndNotByBoth() {
        assertThat(bulk("forwardingRecords: {state: FAILED}")).isEmpty();
        assertThat(bulk("ids: [\"11111111-2222-3333-4444-555555555555\"]")).isEmpty();
        assertThat(bulk("ids: [], forwardingRecords: {}")).containsExactly("SELECTION_EXPECTED");
        assertThat(bulk("forms: {}")).containsExactly("SELECTION_EXPECTED");
    }

    private List<String> bulk(String selection) {
        return mutate("startBulkAction", "action: REQUEUE_FORWARDING_RECORDS, " + selection, "job { kind }")
                .path("startBulkAction.userErrors[*].code")
                .entityList(String.class)
                .get();
    }
}

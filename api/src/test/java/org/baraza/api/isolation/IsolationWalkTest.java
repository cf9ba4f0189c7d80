// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks every route and every field of the schema as one tenant with ids of another. Each probe first succeeds as the
 * owner; then the other must hear exactly what anybody hears about something that does not exist.
 */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IsolationWalkTest {
    /** What programs hear in words and phones by the status alone. */
    private static final String NOT_A_MEMBER = "{\"error\":\"You are not a member of this project.\"}";

    private static final String NOWHERE = "no-such-project";

    private Server server;
    private Tenant owner;
    private Tenant other;

    @BeforeAll
    void twoProjectsThatLookAlike(Server whole) {
        server = whole;
        owner = new Tenant(whole, "tenant-b");
        other = new Tenant(whole, "tenant-a");
    }

    Stream<Probe> probes() {
        return Stream.concat(GraphQlProbes.all().stream(), routes().flatMap(route -> RouteProbes.of(route).stream()));
    }

    private Stream<String> routes() {
        return Routes.mapped(server);
    }

    @Test
    void everyRouteHasAProbeOrAReasonForNone() {
        assertThat(routes().filter(route -> RouteProbes.of(route).isEmpty()))
                .isSubsetOf(RouteProbes.NO_WAY_IN.keySet());
        assertThat(routes().filter(route -> RouteProbes.of(route).isPresent())).hasSizeGreaterThan(20);
        assertThat(Routes.others(server)).isSubsetOf(RouteProbes.NO_WAY_IN.keySet());
    }

    @Test
    void everyFieldThatTakesAnythingHasAProbeOrAReasonForNone() {
        Set<String> fields = new TreeSet<>();
        owner.graphQl()
                .ask("{ __schema { types { name fields { name args { name } } } } }", Map.of())
                .at("/__schema/types")
                .forEach(type -> type.path("fields").forEach(field -> {
                    boolean ours = !type.path("name").asString().startsWith("__");
                    if (ours && !field.path("args").isEmpty()) {
                        fields.add(type.path("name").asString() + "."
                                + field.path("name").asString());
                    }
                }));
        Set<String> covered = new TreeSet<>(GraphQlProbes.NO_WAY_IN.keySet());
        GraphQlProbes.all().forEach(probe -> covered.add(probe.target()));
        assertThat(covered).isEqualTo(fields);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("probes")
    void theOwnerGetsInAndTheOtherHearsWhatIsSaidAboutNothing(Probe probe) {
        assertThat(succeeds(probe)).as("as the owner").isEqualTo("");
        String id = owner.id(probe.kind());
        String before = owner.everything();
        assertThat(leak(probe, id)).as("as the other").isEqualTo("");
        assertThat(owner.everything()).isEqualTo(before);
    }

    private String succeeds(Probe probe) {
        boolean projectOnly = probe.kind() == Kind.PROJECT;
        Answer nothing = probe.call().as(owner, projectOnly ? NOWHERE : owner.name(), Tenant.noId());
        String id = owner.id(probe.kind());
        Answer found = probe.call().as(owner, owner.name(), id);
        boolean told = !probe.contrast() || !found.without(owner.name(), id).equals(nothing.without(owner.name(), id));
        return found.isGood() && told ? "" : probe.target() + ": " + found + " but of nothing " + nothing;
    }

    /** Whether the other sees anything. An answer that breaks off differs from every other. */
    private boolean leaks(Probe probe) {
        try {
            return !leak(probe, owner.id(probe.kind())).isEmpty();
        } catch (UncheckedIOException brokenOff) {
            return true;
        }
    }

    /** How the answers differ; empty when they do not. */
    private String leak(Probe probe, String id) {
        String none = Tenant.noId();
        if (probe.kind() != Kind.PROJECT) {
            Answer there = probe.call().as(other, other.name(), id).without(other.name(), id);
            Answer nowhere = probe.call().as(other, other.name(), none).without(other.name(), none);
            if (!there.equals(nowhere)) {
                return probe.target() + " in her own project: " + there + " but of nothing " + nowhere;
            }
        }
        Answer elsewhere = probe.call().as(other, owner.name(), id).without(owner.name(), id);
        // That a project exists is no secret at its own door: phones must be told a wrong address from a missing right.
        Answer refused = probe.isGraphQl() || ApiProbes.isOne(probe.target())
                ? probe.call().as(other, NOWHERE, none).without(NOWHERE, none)
                : new Answer(403, elsewhere.body().isEmpty() ? "" : NOT_A_MEMBER);
        return elsewhere.equals(refused)
                ? ""
                : probe.target() + " in the other's project: " + elsewhere + " but of nothing " + refused;
    }

    /** Ids that stand in the data lead no further than those that somebody types. */
    @Test
    void anIdOfAnotherProjectWrittenIntoAFormLeadsNowhere() {
        List<String> answers = new ArrayList<>();
        for (String id : new String[] {owner.namedWorkerId(), Tenant.noId()}) {
            String own = Tenant.noId();
            other.submit(FormXml.visit(own, id).creates(own, "mother", "n", id));
            String read = other.graphQl()
                    .ask("""
                            query($project: String!, $id: String!) { project(name: $project) {
                              case(caseId: $id) {
                                owner { username } modifiedByUser { username } provenance { user { username } }
                                history { nodes { user { username } form { user { username } } } }
                              } } }""", Map.of("project", other.name(), "id", own))
                    .toString();
            answers.add(read.replace(own, "ID").replace(id, "ID"));
        }
        assertThat(answers.getFirst()).isEqualTo(answers.getLast()).doesNotContain("only-in");
    }

    @Test
    void whatHasTheSameIdInBothIsEachOnesOwn() {
        for (Tenant tenant : List.of(owner, other)) {
            assertThat(tenant.graphQl()
                            .ask(
                                    "query($p: String!) { project(name: $p) { case(caseId: \"same-case\") { name } } }",
                                    Map.of("p", tenant.name()))
                            .at("/project/case/name")
                            .asString())
                    .isEqualTo(tenant.name());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cases.case_record, Project.case",
        "forms.form, Project.form",
        "places.location places.location_type, Project.location",
        "places.user_group, Project.group"
    })
    void withoutItsPolicyATableIsSeenByTheProbes(String tables, String field) throws SQLException {
        // A location is read with its level: while that one is hidden, so is the location.
        for (String table : tables.split(" ")) {
            asSuperuser("alter table " + table + " disable row level security");
        }
        try {
            Set<String> leaking = probes().filter(Probe::reads)
                    .filter(probe -> !probe.target().startsWith("Subscription"))
                    .filter(this::leaks)
                    .map(Probe::target)
                    .collect(Collectors.toSet());
            assertThat(leaking).contains(field, "Query.node", field + "s");
        } finally {
            for (String table : tables.split(" ")) {
                asSuperuser("alter table " + table + " enable row level security");
            }
        }
    }

    private void asSuperuser(String sql) throws SQLException {
        try (var connection = server.database().asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

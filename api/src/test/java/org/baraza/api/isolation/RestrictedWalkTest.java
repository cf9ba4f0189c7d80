// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Access;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ApiKeyWish;
import org.baraza.identity.ApiKeys;
import org.baraza.identity.Permission;
import org.baraza.identity.WebUsers;
import org.baraza.persistence.tenancy.ProjectId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the ways to cases, forms, workers and places inside one project, as somebody who may do everything at one location only,
 * with ids of another (spec/92, 5.7): she hears what is said about nothing, or that it is not for her.
 */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RestrictedWalkTest {
    private static final Set<Kind> PLACED = EnumSet.of(
            Kind.CASE,
            Kind.CASE_WITH_FILE,
            Kind.EXTERNAL_ID,
            Kind.FORM,
            Kind.WORKER,
            Kind.NEW_WORKER,
            Kind.WORKER_WITH_MAIL,
            Kind.UNCONFIRMED_WORKER,
            Kind.LOCATION,
            Kind.NEW_LOCATION,
            Kind.NEW_CLAIM);

    private static final int REFUSED = 403;

    private Tenant owner;
    private Tenant restricted;
    private String elsewhere = "";

    @BeforeAll
    void somebodyAtOneLocation(Server server) throws SQLException {
        owner = new Tenant(server, "restricted");
        WebUser admin =
                server.bean(WebUsers.class).actor("restricted@example.org").orElseThrow();
        ProjectId project =
                server.bean(Access.class).to(admin, "restricted").orElseThrow().project();
        elsewhere = owner.graphQl()
                .ask(
                        "mutation($p: String!, $l: String!) { createLocation(input: {project: $p, name: \"Elsewhere\","
                                + " typeCode: $l}) { location { locationId } } }",
                        Map.of("p", owner.name(), "l", owner.id(Kind.LEVEL)))
                .at("/createLocation/location/locationId")
                .asString();
        UUID role = UUID.randomUUID();
        String permissions = String.join(
                ",",
                Arrays.stream(Permission.values())
                        .filter(permission -> permission != Permission.ACCESS_ALL_LOCATIONS)
                        .map(Permission::wireName)
                        .toList());
        try (var connection = server.database().asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("insert into identity.role (project_id, role_id, name, permissions) values ('"
                    + project.value() + "', '" + role + "', 'Elsewhere', '{" + permissions + "}')");
            statement.execute(
                    "insert into places.assignment (project_id, user_id, location_id, is_primary, place) values ('"
                            + project.value() + "', '" + admin.userId() + "', '" + elsewhere + "', true, 1)");
        }
        String key = server.bean(ApiKeys.class)
                .create(
                        admin,
                        new ApiKeyWish(
                                "elsewhere", Optional.of(owner.name()), Optional.empty(), Optional.of(role), List.of()))
                .secret();
        restricted = owner.acting("ApiKey restricted@example.org:" + key);
    }

    static Stream<Probe> graphQl() {
        return GraphQlProbes.all().stream().filter(probe -> PLACED.contains(probe.kind()));
    }

    /** What controllers serve of these. Who owns a case decides what phones do, not this permission. */
    private static Stream<Probe> ways(Server server) {
        return Routes.mapped(server)
                .filter(route -> !route.contains("/receiver") && !route.contains("/phone/"))
                .flatMap(route -> RouteProbes.of(route).stream())
                .filter(probe -> PLACED.contains(probe.kind()));
    }

    @Test
    void whatIsAtHerLocationIsHers() {
        var made = owner.client()
                .post(
                        "/a/restricted/api/case/v2/",
                        "{\"case_type\": \"mother\", \"case_name\": \"hers\", \"owner_id\": \"" + elsewhere + "\"}",
                        "Authorization",
                        owner.authorization());
        String id = Client.json(made).at("/case/case_id").asString();
        assertThat(owner.client()
                        .get("/a/restricted/api/case/v2/" + id, "Authorization", restricted.authorization())
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("graphQl")
    void aFieldTellsHerNothingOfAnotherLocation(Probe probe) {
        assertThat(leak(probe)).isEmpty();
    }

    @Test
    void noRouteTellsHerAnythingOfAnotherLocation(Server server) {
        assertThat(ways(server).map(this::leak).filter(leak -> !leak.isEmpty())).isEmpty();
    }

    /** What she hears that is not what she hears of nothing. */
    private String leak(Probe probe) {
        String id = owner.id(probe.kind());
        String before = owner.everything();
        String none = Tenant.noId();
        Answer nothing = probe.call().as(restricted, owner.name(), none).without(owner.name(), none);
        Answer heard = probe.call().as(restricted, owner.name(), id);
        boolean kept = owner.everything().equals(before);
        boolean same = heard.without(owner.name(), id).equals(nothing)
                || heard.status() == REFUSED
                || heard.body().contains("\"FORBIDDEN\"");
        return same && kept
                ? ""
                : probe + ": " + heard + " but of nothing " + nothing + (kept ? "" : " and changed it");
    }
}

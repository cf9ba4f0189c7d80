// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Access;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ApiKeyWish;
import org.baraza.identity.ApiKeys;
import org.baraza.identity.NewWebUser;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WebUsers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks for every route with every permission missing, and compares with the table in {@code route-permissions.txt}, which
 * is taken from what CommCare HQ asks for and not from the code.
 */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoutePermissionsTest {
    private static final Path TABLE = Path.of("src/test/resources/route-permissions.txt");
    private static final Set<String> WITHOUT_PERMISSIONS = Set.of("anybody", "account", "client", "operator");
    private static final String HIDDEN = "hidden ";
    private static final int REFUSED = 403;
    private static final int NOTHING = 404;

    private final Map<Set<Permission>, Tenant> people = new HashMap<>();
    private Server server;
    private Tenant owner;
    private WebUser ownerActor;
    private ProjectAccess access;

    /**
     * What a route asks for.
     *
     * @param hidden whether whoever lacks it is answered as about nothing
     * @param clauses of each of them, one permission is needed; none for any member
     */
    record Need(String word, boolean hidden, List<Set<Permission>> clauses) {
        static Need of(String line) {
            boolean hidden = line.startsWith(HIDDEN);
            String text = hidden ? line.substring(HIDDEN.length()) : line;
            List<Set<Permission>> clauses = new ArrayList<>();
            if (!WITHOUT_PERMISSIONS.contains(text) && !text.equals("member") && !text.equals("admin")) {
                for (String clause : text.split(" & ")) {
                    Set<Permission> any = EnumSet.noneOf(Permission.class);
                    if (clause.equals("reports")) {
                        any.addAll(reports());
                        clauses.add(any);
                        continue;
                    }
                    for (String name : clause.split("\\|")) {
                        any.add(Permission.ofWireName(name)
                                .orElseThrow(() -> new IllegalArgumentException("no permission " + name)));
                    }
                    clauses.add(any);
                }
            }
            return new Need(text, hidden, clauses);
        }

        private static Set<Permission> reports() {
            Set<Permission> reports = EnumSet.of(Permission.VIEW_REPORTS);
            Stream.of(Permission.values()).filter(Permission::isOfAReport).forEach(reports::add);
            return reports;
        }

        boolean isLetInWith(Set<Permission> permissions) {
            return clauses.stream().allMatch(any -> any.stream().anyMatch(permissions::contains));
        }
    }

    @BeforeAll
    void aProject(Server whole) {
        server = whole;
        owner = new Tenant(whole, "permissions");
        ownerActor = whole.bean(WebUsers.class).actor("permissions@example.org").orElseThrow();
        access = whole.bean(Access.class).to(ownerActor, "permissions").orElseThrow();
    }

    static Map<String, Need> table() throws IOException {
        Map<String, Need> table = new LinkedHashMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("\\s{2,}", 2);
                table.put(parts[0], Need.of(parts[1].strip()));
            }
        }
        return table;
    }

    /** Method and pattern of everything that is served; a slash at the end changes nothing. */
    private Set<String> routes() {
        Set<String> routes = new TreeSet<>(Routes.others(server));
        Routes.mapped(server).map(route -> route.replaceAll("(?<=.[^ ])/$", "")).forEach(routes::add);
        return routes;
    }

    @Test
    void everyRouteIsInTheTableAndNothingElseIs() throws IOException {
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(routes());
    }

    /** What no controller serves is asked by nobody in particular; most of it names no project, which permissions are about. */
    @Test
    void whatNoControllerServesIsOpenToThoseOfTheTable() throws IOException {
        for (String route : Routes.others(server)) {
            String word = Objects.requireNonNull(table().get(route), route).word();
            String[] parts = route.split(" ");
            // As if through a proxy: who comes from this machine may read metrics.
            int status = server.client()
                    .send(parts[0], parts[1], "", "X-Forwarded-For", "192.0.2.7")
                    .statusCode();
            if (word.equals("anybody")) {
                assertThat(status).as(route).isNotIn(401, 403);
            } else {
                assertThat(word).as(route).isIn("account", "operator", "client");
                assertThat(status).as(route).isIn(302, 303, 400, 401, 403, 404);
            }
        }
        server.bean(WebUsers.class).create(new NewWebUser("asha@example.org", Server.PASSWORD, "", "", false));
        assertThat(metricsFor("asha@example.org")).as("no operator").isIn(403, 404);
        assertThat(metricsFor(Server.ADMIN)).isEqualTo(200);
    }

    private int metricsFor(String user) {
        return server.client()
                .get(
                        "/actuator/prometheus",
                        "X-Forwarded-For",
                        "192.0.2.7",
                        "Authorization",
                        Client.basic(user, Server.PASSWORD))
                .statusCode();
    }

    static Stream<String> guarded() throws IOException {
        return table().entrySet().stream()
                .filter(entry -> !WITHOUT_PERMISSIONS.contains(entry.getValue().word()))
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void withoutAPermissionThatItNeedsARouteIsClosedAndWithoutAnyOtherItIsNot(String route) throws Exception {
        Need need = Objects.requireNonNull(table().get(route));
        Probe probe = probe(route);
        Probe.Call call = asked(probe, need);
        List<String> wrong = new ArrayList<>();
        for (Permission missing : Permission.values()) {
            check(call, need, EnumSet.complementOf(EnumSet.of(missing)), "without " + missing.wireName(), wrong);
        }
        for (Set<Permission> clause : need.clauses()) {
            Set<Permission> others = EnumSet.allOf(Permission.class);
            others.removeAll(clause);
            check(call, need, others, "without any of " + clause, wrong);
        }
        Set<Permission> enough = EnumSet.noneOf(Permission.class);
        need.clauses().forEach(clause -> enough.add(clause.iterator().next()));
        check(call, need, enough, "with nothing else", wrong);
        assertThat(wrong).as(route + " needs " + need.word()).isEmpty();
        assertThat(call.as(owner, owner.name(), Tenant.noId()).status())
                .as("as the administrator")
                .isNotEqualTo(refusal(need));
    }

    private void check(Probe.Call call, Need need, Set<Permission> permissions, String how, List<String> wrong)
            throws SQLException {
        Answer answer = call.as(person(permissions), owner.name(), Tenant.noId());
        boolean expected = need.word().equals("admin") || !need.isLetInWith(permissions);
        if ((answer.status() == refusal(need)) != expected) {
            wrong.add(how + ": " + answer.status());
        }
    }

    private static int refusal(Need need) {
        return need.hidden() ? NOTHING : REFUSED;
    }

    private static Probe probe(String route) {
        return RouteProbes.of(route)
                .or(() -> RouteProbes.of(route + "/"))
                .or(() -> HqProbes.of(route))
                .orElseThrow(() -> new IllegalStateException("no probe of " + route));
    }

    /** About something that is not there, so that nothing is changed, except where only what is there can be hidden. */
    private Probe.Call asked(Probe probe, Need need) {
        if (!need.hidden()) {
            return probe.call();
        }
        String id = owner.id(probe.kind());
        return (who, project, _) -> probe.call().as(who, project, id);
    }

    /** A program with a key that acts with a role of these permissions. */
    private Tenant person(Set<Permission> permissions) throws SQLException {
        Tenant known = people.get(permissions);
        if (known == null) {
            ApiKeyWish wish = new ApiKeyWish(
                    "matrix", Optional.of(owner.name()), Optional.empty(), Optional.of(role(permissions)), List.of());
            String secret = server.bean(ApiKeys.class).create(ownerActor, wish).secret();
            known = owner.acting("ApiKey permissions@example.org:" + secret);
            people.put(Set.copyOf(permissions), known);
        }
        return known;
    }

    /** As it stands, and not as the role editor settles it. */
    private UUID role(Set<Permission> permissions) throws SQLException {
        try (var connection = server.database().asSuperuser();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into identity.role (project_id, name, permissions) values (?, ?, ?)
                        returning role_id""")) {
            statement.setObject(1, access.project().value());
            statement.setString(2, "matrix " + people.size());
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            permissions.stream().map(Permission::wireName).toArray()));
            try (var made = statement.executeQuery()) {
                made.next();
                return made.getObject(1, UUID.class);
            }
        }
    }
}

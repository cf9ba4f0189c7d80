// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baraza.identity.Actor;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.NewWebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Asks for every field that needs no permission but to be somebody, as people of all kinds, and compares with the table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountPermissionsTest {
    private static final String OPERATOR = "operator";
    private static final String ACCOUNT = "administrator of the account";
    private static final String WORKER = "mobile worker";
    private static final List<String> MEMBERS = List.of(OPERATOR, "administrator of the project", "member");

    private static final Map<String, String> OF_THE_ACCOUNT = Map.ofEntries(
            Map.entry("addEnterpriseAdmin", "email: \"?\""),
            Map.entry("removeEnterpriseAdmin", "userId: \"?\""),
            Map.entry("addEnterpriseProject", "project: \"?\""),
            Map.entry("removeEnterpriseProject", "project: \"?\""),
            Map.entry("setEnterpriseProjectActive", "project: \"?\", active: true"),
            Map.entry("setEnterpriseInheritance", "projects: []"),
            Map.entry(
                    "createIdentityProvider",
                    "name: \"\", slug: \"?\", issuer: \"?\", clientId: \"\", secret: \"\", enforcement: TEST, testers: [], exempt: []"),
            Map.entry(
                    "updateIdentityProvider",
                    "providerId: \"?\", name: \"\", issuer: \"?\", clientId: \"\", enforcement: TEST, testers: [], exempt: []"),
            Map.entry("setIdentityProviderActive", "providerId: \"?\", active: true"),
            Map.entry("testIdentityProvider", "providerId: \"?\""),
            Map.entry("addEmailDomain", "providerId: \"?\", domain: \"?\""),
            Map.entry("removeEmailDomain", "domain: \"?\""),
            Map.entry("proveEmailDomain", "domain: \"?\""));

    private static final Map<String, String> OF_OPERATORS = Map.of(
            "createEnterprise", "name: \"\", adminEmail: \"?\"",
            "approveEmailDomain", "enterpriseId: \"00000000-0000-0000-0000-000000000000\", domain: \"?\"",
            "createProject", "name: \"\"",
            "setProjectActive", "project: \"?\", active: true",
            "setProjectSwitch", "project: \"?\", which: FROZEN, on: false");

    private static final Map<String, String> OF_WEB_USERS = Map.ofEntries(
            Map.entry("beginTwoFactor", ""),
            Map.entry("confirmTwoFactor", "code: \"?\""),
            Map.entry("makeRecoveryCodes", "password: \"?\""),
            Map.entry("turnOffTwoFactor", "password: \"?\""),
            Map.entry("createApiKey", "name: \"\""),
            Map.entry("setApiKeyActive", "apiKeyId: \"?\", active: true"),
            Map.entry("revokeApiKey", "apiKeyId: \"?\""),
            Map.entry("registerOAuthApplication", "kind: PUBLIC, name: \"\", scopes: []"),
            Map.entry("updateOAuthApplication", "clientId: \"?\", name: \"\", scopes: []"),
            Map.entry("renewOAuthSecret", "clientId: \"?\""),
            Map.entry("deleteOAuthApplication", "clientId: \"?\""),
            Map.entry("revokeOAuthAuthorization", "clientId: \"?\""),
            Map.entry("requestToJoin", "project: \"?\""),
            Map.entry("endSession", "sessionId: \"?\""),
            Map.entry("endOtherSessions", ""));

    private final Server server = new Server();
    private final Map<String, Actor> people = new LinkedHashMap<>();
    private String account = "";

    @BeforeAll
    void everyKindOfPeople() {
        WebUser operator = server.world.webUser("operator@example.org");
        people.put(OPERATOR, operator);
        ProjectAccess demo = server.world.project("demo", operator);
        for (String who : List.of(ACCOUNT, "administrator of the project", "member", "stranger")) {
            people.put(who, somebody(who.replace(' ', '-') + "@example.org"));
        }
        put(demo, "administrator of the project", "Admin");
        put(demo, "member", "Read Only");
        var worker = server.world.worker(demo, "amina");
        people.put(WORKER, new Actor.MobileWorker(worker.userId(), worker.username(), demo.project()));
        account = server.world
                .node
                .enterprises
                .create(operator, "Afya", person(ACCOUNT).username())
                .accountId()
                .toString();
    }

    private WebUser somebody(String email) {
        var profile = server.world.node.webUsers.create(new NewWebUser(email, World.PASSWORD, "Nia", "Otieno", false));
        return new WebUser(profile.userId(), profile.username(), false, Optional.empty());
    }

    private void put(ProjectAccess demo, String who, String role) {
        server.world.in(demo, () -> {
            server.world.node.members.put(demo, person(who).username(), role);
            return role;
        });
    }

    private Actor person(String who) {
        return Objects.requireNonNull(people.get(who));
    }

    @AfterAll
    void close() {
        server.close();
    }

    /** Fields of a type that have such a need. */
    private static Stream<String> fields(String type, String... needs) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/field-permissions.txt")).stream()
                .filter(line -> line.startsWith(type + "."))
                .map(line -> line.split("\\s+", 2))
                .filter(line -> List.of(needs).contains(line[1].strip()))
                .map(line -> line[0].substring(type.length() + 1));
    }

    @Test
    void noMutationIsLeftOut() throws IOException {
        assertThat(fields("Mutation", "of the account")).containsExactlyInAnyOrderElementsOf(OF_THE_ACCOUNT.keySet());
        assertThat(fields("Mutation", "operator", "web user who may create projects"))
                .containsExactlyInAnyOrderElementsOf(OF_OPERATORS.keySet());
        assertThat(fields("Mutation", "web user", "self")).containsExactlyInAnyOrderElementsOf(OF_WEB_USERS.keySet());
        assertThat(fields("Mutation", "member")).isEmpty();
    }

    /** What came of a mutation: codes of errors, else codes and texts of what the payload has. */
    private List<String> outcome(Actor who, String mutation, String input) {
        String document = "mutation { " + mutation + (input.isEmpty() ? "" : "(input: {" + input + "})")
                + " { userErrors { code message } } }";
        List<String> said = new ArrayList<>();
        var answer = server.ask(who, document)
                .errors()
                .satisfy(errors -> errors.forEach(
                        error -> said.add(String.valueOf(error.getExtensions().get("code")))));
        if (said.isEmpty()) {
            for (String part : List.of("code", "message")) {
                said.addAll(answer.path(mutation + ".userErrors[*]." + part)
                        .entityList(String.class)
                        .get());
            }
        }
        return said;
    }

    @TestFactory
    Stream<DynamicTest> whatIsOfAnAccountIsForItsAdministratorsAndTheOthersHearOfNone() {
        return OF_THE_ACCOUNT.entrySet().stream()
                .map(mutation -> DynamicTest.dynamicTest(
                        mutation.getKey(),
                        () -> people.forEach((name, who) -> {
                            List<String> here =
                                    outcome(who, mutation.getKey(), inAccount(account, mutation.getValue()));
                            List<String> nowhere = outcome(
                                    who,
                                    mutation.getKey(),
                                    inAccount(UUID.randomUUID().toString(), mutation.getValue()));
                            if (name.equals(ACCOUNT)) {
                                assertThat(here).as(name).isNotEqualTo(nowhere).doesNotContain("FORBIDDEN");
                            } else {
                                assertThat(here).as(name).isEqualTo(nowhere).isNotEmpty();
                            }
                        })));
    }

    private static String inAccount(String account, String input) {
        return "enterpriseId: \"" + account + "\", " + input;
    }

    @TestFactory
    Stream<DynamicTest> anAccountIsShownToItsAdministrators() throws IOException {
        return fields("Enterprise", "of the account")
                .map(field -> DynamicTest.dynamicTest(
                        field,
                        () -> people.forEach((name, who) -> {
                            String document = "{ me { enterprise(enterpriseId: \"" + account + "\") { "
                                    + selected("Enterprise", field) + " } } }";
                            if (name.equals(WORKER)) {
                                assertThat(server.codes(who, document)).as(name).containsExactly("FORBIDDEN");
                            } else if (name.equals(ACCOUNT)) {
                                server.ask(who, document).path("me.enterprise").hasValue();
                            } else {
                                server.ask(who, document).path("me.enterprise").valueIsNull();
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> whatChangesTheServerIsForWhoeverRunsIt() {
        return OF_OPERATORS.entrySet().stream()
                .map(mutation -> DynamicTest.dynamicTest(
                        mutation.getKey(),
                        () -> people.forEach(
                                (name, who) -> assertThat(outcome(who, mutation.getKey(), mutation.getValue())
                                                .contains("FORBIDDEN"))
                                        .as(name)
                                        .isEqualTo(!name.equals(OPERATOR)))));
    }

    @Test
    void allAccountsAreShownToWhoeverRunsTheServer() throws IOException {
        assertThat(fields("Me", "operator")).containsExactly("allEnterprises");
        people.forEach((name, who) -> {
            if (!name.equals(WORKER)) {
                var all = server.ask(who, "{ me { allEnterprises { name } } }").path("me.allEnterprises");
                if (name.equals(OPERATOR)) {
                    all.hasValue();
                } else {
                    all.valueIsNull();
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> whatPeopleDoForThemselvesIsForWebUsers() {
        return OF_WEB_USERS.entrySet().stream()
                .map(mutation -> DynamicTest.dynamicTest(
                        mutation.getKey(),
                        () -> people.forEach(
                                (name, who) -> assertThat(outcome(who, mutation.getKey(), mutation.getValue())
                                                .contains("FORBIDDEN"))
                                        .as(name)
                                        .isEqualTo(name.equals(WORKER)))));
    }

    @TestFactory
    Stream<DynamicTest> peopleAreToldAboutThemselves() throws IOException {
        return fields("Me", "self")
                .map(field -> DynamicTest.dynamicTest(
                        field,
                        () -> people.forEach((name, who) -> {
                            String document = "{ me { userId " + selected("Me", field) + " } }";
                            if (name.equals(WORKER)) {
                                assertThat(server.codes(who, document)).as(name).containsExactly("FORBIDDEN");
                            } else {
                                server.ask(who, document)
                                        .path("me.userId")
                                        .entity(String.class)
                                        .isEqualTo(who.userId());
                            }
                        })));
    }

    @Test
    void whatIsSomebodysOwnIsInNobodyElsesLists() {
        Actor owner = person("member");
        outcome(owner, "createApiKey", "name: \"only mine\"");
        assertThat(
                        outcome(
                                owner,
                                "registerOAuthApplication",
                                "kind: PUBLIC, name: \"only mine\", redirectUris: [\"https://app.example/back\"], scopes: [\"access_apis\"]"))
                .isEmpty();
        people.forEach((name, who) -> {
            if (!name.equals(WORKER)) {
                var mine = server.ask(who, "{ me { apiKeys { nodes { name } } oauthApplications { name } } }");
                int expected = who.equals(owner) ? 1 : 0;
                mine.path("me.apiKeys.nodes").entityList(Object.class).hasSize(expected);
                mine.path("me.oauthApplications").entityList(Object.class).hasSize(expected);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aProjectIsThereForItsMembers() throws IOException {
        return fields("Project", "member")
                .map(field -> DynamicTest.dynamicTest(
                        field,
                        () -> people.forEach((name, who) -> {
                            String document = "{ project(name: \"demo\") { name " + selected("Project", field) + " } }";
                            if (name.equals(WORKER)) {
                                assertThat(server.codes(who, document)).as(name).containsExactly("FORBIDDEN");
                            } else if (MEMBERS.contains(name)) {
                                server.ask(who, document).path("project.name").hasValue();
                            } else {
                                server.ask(who, document).path("project").valueIsNull();
                            }
                        })));
    }

    /** The field with arguments for what must be said, and the least selection. */
    private String selected(String type, String field) {
        GraphQLFieldDefinition definition =
                server.source().schema().getObjectType(type).getFieldDefinition(field);
        String arguments = definition.getArguments().stream()
                .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType()))
                .map(GraphQLArgument::getName)
                .map(name -> name + ": \"?\"")
                .collect(Collectors.joining(", "));
        boolean composite = GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType;
        return field + (arguments.isEmpty() ? "" : "(" + arguments + ")") + (composite ? " { __typename }" : "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Actor.WebUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Refusals that come before what an operation does: of bodies, of keys that are sent again, of parameters that are none. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OwnRefusalsTest {
    private static final String PROJECT = "own-refusals";
    private static final String KEY = "Idempotency-Key";
    private static final String SOME_ID = UUID.randomUUID().toString();
    private static final int MOST = 1 << 20;

    private final Contract contract = new Contract();
    private Server server;
    private Client client;
    private String admin = "";

    @BeforeAll
    void aProject(Server whole) {
        server = whole;
        client = whole.client();
        WebUser owner = whole.webUser("admin@own-refusals.example");
        whole.project(PROJECT, owner);
        admin = basic(owner.username(), Server.PASSWORD);
    }

    /** Operations of one of the methods, below a path, that have the answer. */
    private List<String> with(int status, String start, Set<String> methods) {
        return contract.answers()
                .filter(answer -> answer.endsWith(" " + status) && methods.contains(answer.split(" ")[0]))
                .map(answer -> answer.substring(0, answer.lastIndexOf(' ')))
                .filter(operation -> operation.contains(" " + start))
                .toList();
    }

    private List<String> changing(int status) {
        return with(status, "/api/v1/", Set.of("POST", "PUT", "PATCH"));
    }

    private HttpResponse<String> ask(String operation, String query, String body, String... headers) {
        String[] parts = operation.split(" ");
        String path = parts[1].replaceAll("\\{project}", PROJECT).replaceAll("\\{[^}]+}", SOME_ID);
        return client.send(parts[0], path + query, body, headers);
    }

    private HttpResponse<String> asAdmin(String operation, String body, String key) {
        return ask(operation, "", body, "Authorization", admin, KEY, key);
    }

    private void check(String operation, HttpResponse<String> answer, int status, List<String> wrong) {
        String[] parts = operation.split(" ");
        Optional<String> fault = answer.statusCode() == status
                ? contract.fault(parts[0], parts[1], status, header(answer, "Content-Type"), answer.body())
                : Optional.of("answers " + answer.statusCode());
        fault.ifPresent(why -> wrong.add(operation + ": " + why));
    }

    @Test
    void bodiesHaveAMegabyteAtMost() {
        List<String> wrong = new ArrayList<>();
        String large = "{\"name\": \"" + "x".repeat(MOST) + "\"}";
        for (String operation : changing(413)) {
            check(operation, asAdmin(operation, large, "large"), 413, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void keysHaveFewLetters() {
        List<String> wrong = new ArrayList<>();
        for (String operation : changing(400)) {
            check(operation, asAdmin(operation, "{}", "x".repeat(256)), 400, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aKeyIsForOneRequestAndIsNotUsedWhileThatRuns() throws SQLException {
        List<String> wrong = new ArrayList<>();
        List<String> operations = changing(422);
        for (String operation : operations) {
            asAdmin(operation, "{}", operation);
            check(operation, asAdmin(operation, "{\"other\": true}", operation), 422, wrong);
        }
        try (var connection = server.database().asSuperuser();
                var statement = connection.createStatement()) {
            for (String table : List.of("request", "own_request")) {
                statement.execute("update idempotency." + table + " set status = null, headers = null, body = null");
            }
        }
        for (String operation : operations) {
            check(operation, asAdmin(operation, "{}", operation), 409, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void parametersThatAreNoneAreRefused() {
        List<String> wrong = new ArrayList<>();
        for (String operation : with(400, "/api/v1/", Set.of("GET"))) {
            check(operation, ask(operation, "?limit=none&after=none", "", "Authorization", admin), 400, wrong);
        }
        assertThat(wrong).isEmpty();
    }
}

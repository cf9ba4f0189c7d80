// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Server;
import org.junit.jupiter.api.Test;

final class OutageTest {
    @Test
    void whileTheDatabaseIsAwayEveryoneIsAskedToComeBack() throws Exception {
        try (var server = new Server()) {
            Client client = server.client();
            server.loseDatabase();
            String shown = basic("amina", "some-password");
            List<Callable<HttpResponse<String>>> requests = List.of(
                    () -> client.get("/a/demo/device/probe", "Authorization", shown),
                    () -> client.get("/a/demo/api/form/v1/door/probe", "Authorization", shown),
                    () -> client.post("/graphql", "{}", "Authorization", basic("a@example.org", "some-password")),
                    () -> client.post("/session", "{\"username\": \"a@example.org\", \"password\": \"x\"}"));
            List<HttpResponse<String>> answers = new ArrayList<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var health = threads.submit(() -> client.get("/actuator/health"));
                for (var answer : threads.invokeAll(requests)) {
                    answers.add(answer.get());
                }
                assertThat(health.get().statusCode()).isEqualTo(503);
            }
            for (var answer : answers) {
                assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(503);
                assertThat(Integer.parseInt(header(answer, "Retry-After"))).isPositive();
            }
            assertThat(client.get("/app/").statusCode()).isIn(200, 404);
        }
    }
}

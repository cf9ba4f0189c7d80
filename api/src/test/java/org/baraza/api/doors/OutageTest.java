// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;

import org.baraza.api.testing.Client;
import org.baraza.api.testing.Server;
import org.junit.jupiter.api.Test;

final class OutageTest {
    @Test
    void whileTheDatabaseIsAwayEveryoneIsAskedToComeBack() {
        try (var server = new Server()) {
            Client client = server.client();
            server.loseDatabase();
            String shown = basic("amina", "some-password");
            var answers = new java.util.ArrayList<java.net.http.HttpResponse<String>>();
            answers.add(client.get("/a/demo/device/probe", "Authorization", shown));
            answers.add(client.get("/a/demo/api/form/v1/probe", "Authorization", shown));
            answers.add(client.post("/graphql", "{}", "Authorization", basic("a@example.org", "some-password")));
            answers.add(client.post("/session", "{\"username\": \"a@example.org\", \"password\": \"x\"}"));
            for (var answer : answers) {
                assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(503);
                assertThat(Integer.parseInt(header(answer, "Retry-After"))).isPositive();
            }
            assertThat(client.get("/actuator/health").statusCode()).isEqualTo(503);
            assertThat(client.get("/app/").statusCode()).isIn(200, 404);
        }
    }
}

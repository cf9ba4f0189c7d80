// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;

import org.baraza.api.testing.Client;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DocsTest {
    private Client client;

    @BeforeAll
    void aServer(Server whole) {
        client = whole.client();
    }

    @Test
    void theRestApiIsDescribedToAnybody() {
        var page = client.get("/docs/api");
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("/api/v1/projects/{project}/roles", "/a/{domain}/api/case/v2");
        usesNothingFromElsewhere(page.body());
        assertThat(client.get("/docs/api/baraza.yaml").body()).startsWith("openapi: 3.1.0");
    }

    @Test
    void theGraphQlApiIsDescribedToWhoeverIsSignedIn() {
        for (String path : new String[] {"/docs/graphql", "/docs/graphql/explorer", "/docs/graphql/explorer.js"}) {
            var stranger = client.get(path);
            assertThat(stranger.statusCode()).isEqualTo(303);
            assertThat(header(stranger, "Location")).isEqualTo("/app/");
            assertThat(stranger.body()).isEmpty();
            var page = client.get(path, "Authorization", basic(Server.ADMIN, Server.PASSWORD));
            assertThat(page.statusCode()).isEqualTo(200);
            usesNothingFromElsewhere(page.body());
        }
        assertThat(client.get("/docs/graphql", "Authorization", basic(Server.ADMIN, Server.PASSWORD))
                        .body())
                .contains("id=\"Query\"", "id=\"Case\"", "id=\"CreateProjectInput\"");
    }

    private static void usesNothingFromElsewhere(String page) {
        assertThat(page).doesNotContain("src=\"http", "href=\"http", "url(", "@import");
    }
}

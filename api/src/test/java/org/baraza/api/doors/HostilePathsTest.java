// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Actor.WebUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However an address is written, the project that somebody was let into is the one whose data is given (spec/92, section 9). */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostilePathsTest {
    private static final String CANARY = "canary-of-b";

    private Client client;
    private String member = "";

    @BeforeAll
    void twoProjects(Server server) {
        client = server.client();
        WebUser owner = server.webUser("owner@paths.example");
        server.project("paths-a", owner);
        WebUser other = server.webUser("other@paths.example");
        server.project("paths-b", other);
        member = basic(owner.username(), Server.PASSWORD);
        String b = basic(other.username(), Server.PASSWORD);
        HttpResponse<String> group =
                client.post("/a/paths-b/api/group/v1/", "{\"name\": \"" + CANARY + "\"}", "Authorization", b);
        assertThat(group.statusCode()).isEqualTo(201);
        assertThat(client.get("/a/paths-b/api/group/v1/", "Authorization", b).body())
                .contains(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/paths-a/../paths-b/api/group/v1/",
                "/a/paths-a/%2e%2e/paths-b/api/group/v1/",
                "/a/paths-a/%2E%2E/paths-b/api/group/v1/",
                "/a/paths-a/.%2e/paths-b/api/group/v1/",
                "/a/paths-a/%252e%252e/paths-b/api/group/v1/",
                "/a/paths-a%2f..%2fpaths-b/api/group/v1/",
                "/a/paths-a%2Fapi%2Fgroup/../../paths-b/api/group/v1/",
                "/a/paths-a;/../paths-b/api/group/v1/",
                "/a/paths-a/..;/paths-b/api/group/v1/",
                "/a/paths-a;x=/paths-b/api/group/v1/",
                "/a/paths-b;paths-a/api/group/v1/",
                "/a;/paths-b/api/group/v1/",
                "//a/paths-b/api/group/v1/",
                "/a//paths-b/api/group/v1/",
                "/a/paths-b//api/group/v1/",
                "/a/./paths-b/api/group/v1/",
                "/a/paths-a/./../paths-b/api/group/v1/",
                "/a/paths-a\\..\\paths-b/api/group/v1/",
                "/a/paths-a%5c..%5cpaths-b/api/group/v1/",
                "/A/paths-b/api/group/v1/",
                "/a/PATHS-B/api/group/v1/",
                "/a/paths-b%00/api/group/v1/",
                "/a/paths-b%20/api/group/v1/",
                "/a/paths-b./api/group/v1/",
                "/app/../a/paths-b/api/group/v1/",
                "/docs/api/../../a/paths-b/api/group/v1/",
                "/api/v1/projects/paths-a/../paths-b/roles",
                "/api/v1/projects/paths-a/%2e%2e/paths-b/roles",
                "/api/v1/projects//paths-b/roles",
                "/api/v1/projects/paths-b;x/roles",
                "/api/v1//projects/paths-b/roles"
            })
    void noWayOfWritingAnAddressLeadsIntoAnotherProject(String path) throws IOException {
        String withKey = raw("GET", path, "Authorization: " + member);
        assertThat(withKey).doesNotContain(CANARY).doesNotContain("Field Implementer");
        assertThat(status(withKey)).isBetween(300, 499);
        String stranger = raw("GET", path, "Accept: */*");
        assertThat(stranger).doesNotContain(CANARY);
        assertThat(status(stranger)).isBetween(300, 499);
    }

    /** The host that somebody claims is in no link that leads elsewhere, and opens nothing. */
    @Test
    void aHostThatIsMadeUpOpensNothing() throws IOException {
        String answer = raw("GET", "http://paths-b.example/a/paths-b/api/group/v1/", "Authorization: " + member);
        assertThat(answer).doesNotContain(CANARY);
        assertThat(status(answer)).isBetween(400, 499);
    }

    /** As it is written: no client of ours may tidy it up. */
    private String raw(String method, String path, String header) throws IOException {
        try (Socket socket = new Socket("localhost", client.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header
                                    + "\r\n\r\n")
                            .getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    @Test
    void behindTlsBrowsersAreToldToComeByTlsOnly() {
        try (Server behind = Server.whole("--baraza.trusted-proxies=127.0.0.1,::1")) {
            for (String path :
                    new String[] {"/app/", "/session", "/a/demo/api/form/v1/", "/api/v1/projects", "/docs/api"}) {
                HttpResponse<String> answer =
                        behind.client().get(path, "X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.9");
                assertThat(header(answer, "Strict-Transport-Security")).as(path).contains("max-age=31536000");
                assertThat(header(behind.client().get(path), "Strict-Transport-Security"))
                        .as(path)
                        .isEmpty();
            }
        }
    }
}

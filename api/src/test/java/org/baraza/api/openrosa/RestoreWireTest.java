// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.baraza.fixtures.FixtureProvider;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.testing.TestDatabase;
import org.baraza.sync.RestoreWorld;
import org.baraza.sync.testing.CheckedRestore;
import org.baraza.sync.testing.RestoreChecker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreWireTest {
    private static final String BROKEN = "/broken";
    private static final String FORBIDDEN = "/forbidden";

    private final TestDatabase database = TestDatabase.fresh();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Tomcat tomcat = new Tomcat();
    private RestoreWorld world;
    private RestoreWorld broken;
    private int port;

    @BeforeAll
    void open(@TempDir Path folder) throws LifecycleException {
        FixtureProvider failing = (tx, recipient) -> List.of(out -> {
            out.start("fixture").flush();
            throw new IOException("the table is broken");
        });
        world = new RestoreWorld(database.settings(), folder);
        broken = new RestoreWorld(database.settings(), folder, failing);
        ProjectAccess amina = world.projectWithWorker("north");
        world.in(amina).many(3_000, "u-amina");
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        var context = tomcat.addContext("", folder.toString());
        var nobody = new ProjectAccess(amina.project(), "north", amina.actor(), "None", Set.of());
        serve(context, "/*", world, amina);
        serve(context, BROKEN, broken, amina);
        serve(context, FORBIDDEN, world, nobody);
        tomcat.start();
        port = tomcat.getConnector().getLocalPort();
    }

    private static void serve(
            org.apache.catalina.Context context, String path, RestoreWorld world, ProjectAccess access) {
        var handler = new RestoreHandler(world.restores(), world.loginAs(), Clock.systemUTC());
        Tomcat.addServlet(context, path, new Door(handler, access));
        context.addServletMappingDecoded(path, path);
    }

    @AfterAll
    void close() throws LifecycleException {
        tomcat.stop();
        world.close();
        broken.close();
        database.close();
    }

    private static final class Door extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient RestoreHandler handler;
        private final transient ProjectAccess access;

        Door(RestoreHandler handler, ProjectAccess access) {
            this.handler = handler;
            this.access = access;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            ProjectScope.<Boolean, IOException>in(access.project(), () -> {
                handler.handle(request, response, access, null);
                return true;
            });
        }
    }

    @Test
    void aPhoneGetsItsCases() throws Exception {
        HttpResponse<byte[]> response = get("/?version=2.0&device_id=d-1&items=true&user_id=u-amina");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/xml;charset=utf-8");
        assertThat(response.headers().firstValue("X-OpenRosa-Version")).hasValue("3.0");
        assertThat(response.headers().firstValue("Date")).isPresent();
        CheckedRestore restore = RestoreChecker.check(response.body());
        assertThat(restore.cases()).hasSize(3_000);
        assertThat(restore.items()).isEqualTo(3_004);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"gzip | true", "deflate, GZIP;q=0.5 | true", "identity | false", "gzip;q=0, deflate | false"})
    void thePayloadIsCompressedForThoseWhoTakeIt(String accepted, boolean compressed) throws Exception {
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder(uri("/")).header("Accept-Encoding", accepted));
        assertThat(response.headers().firstValue("Content-Encoding").isPresent())
                .isEqualTo(compressed);
        byte[] payload = compressed
                ? new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes()
                : response.body();
        assertThat(RestoreChecker.check(payload).cases()).hasSize(3_000);
    }

    @ParameterizedTest
    @CsvSource({
        "/?version=3.0, 412",
        "/?version=1.0, 412",
        "/?version=, 412",
        "/?version=2.0&user_id=u-former, 412",
        "/?version=2.0&since=0123456789abcdef0123456789abcdef, 412",
        "/?version=2.0&since=%00, 412",
        "/?version=2.0&as=brian, 401",
        "/?version=2.0&as=amina, 200",
        "/?version=2.0&as=, 200",
        "/?version=2.0&user_id=u-amina&skip_fixtures=true&overwrite_cache=true&case_sync=x&days_since_last_sync=3, 200",
        "/?openrosa_version=2.0, 200",
        "/forbidden, 403",
        "/?version=2.0&state=nonsense&device_id=%00x, 200",
    })
    void theStatusTable(String path, int status) throws Exception {
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 412) {
            assertThat(new String(response.body(), StandardCharsets.UTF_8))
                    .startsWith("<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\">"
                            + "<message nature=\"ota_restore_error\">");
        }
    }

    @Test
    void onlyGetIsAllowed() throws Exception {
        var response = send(HttpRequest.newBuilder(uri("/")).POST(HttpRequest.BodyPublishers.ofString("x")));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void aPayloadThatBreaksOffNeverEndsWell() throws Exception {
        String answer = raw("GET " + BROKEN + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("Transfer-Encoding: chunked", "<restore_id>");
        assertThat(answer).doesNotContain("\r\n0\r\n\r\n").doesNotContain("</OpenRosaResponse>");
        String whole = raw("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(whole).endsWith("\r\n0\r\n\r\n");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}

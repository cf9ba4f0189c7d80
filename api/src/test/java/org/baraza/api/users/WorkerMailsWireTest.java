// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.json;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.testing.Sink;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Links for mobile workers on a server that sends mails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkerMailsWireTest {
    private static final String USERS = "/a/{domain}/api/user/v1";
    private static final Pattern LINK = Pattern.compile("reset-password#([a-z-]+)\\.([0-9a-f]+)\\.(\\S+)");

    private final Contract contract = new Contract();
    private final BlockingQueue<String> mails = new LinkedBlockingQueue<>();
    private ServerSocket post;
    private Server server;
    private Place place;
    private Place other;

    @BeforeAll
    void aServerThatSendsMails() throws IOException {
        post = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::takeMails);
        server = Server.whole(
                "--baraza.smtp.host=127.0.0.1",
                "--baraza.smtp.port=" + post.getLocalPort(),
                "--baraza.smtp.tls=false",
                "--baraza.smtp.from=baraza@example.org",
                "--baraza.public-url=https://b.example");
        place = Place.of(server, "mailing");
        other = Place.of(server, "mailing-other");
    }

    @AfterAll
    void close() throws IOException {
        server.close();
        post.close();
    }

    private void takeMails() {
        while (!post.isClosed()) {
            try (Socket client = post.accept();
                    var in =
                            new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                    var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
                StringBuilder said = new StringBuilder();
                say(out, "220 test");
                boolean data = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    said.append(line).append('\n');
                    if (!data || line.equals(".")) {
                        data = line.equals("DATA");
                        say(out, data ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 ok");
                    }
                }
                mails.add(said.toString().replace("=\n", "").replace("=3D", "="));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    private HttpResponse<String> post(Place as, String path, String body) {
        return as.client().post("/a/mailing/api/" + path, body, "Authorization", as.authorization());
    }

    /** Sets a password by the link of the next mail. */
    private HttpResponse<String> choose(String password) throws InterruptedException {
        String mail = mails.poll(30, TimeUnit.SECONDS);
        assertThat(mail).isNotNull();
        var link = LINK.matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        HttpResponse<String> answer = place.client()
                .post(
                        "/session/password/reset",
                        "{\"project\": \"%s\", \"user\": \"%s\", \"secret\": \"%s\", \"password\": \"%s\"}"
                                .formatted(link.group(1), link.group(2), link.group(3), password));
        contract.holds("post", "/session/password/reset", answer);
        return answer;
    }

    private int comesIn(String username, String password) {
        return place.client()
                .get(
                        "/a/mailing/phone/heartbeat/b/?app_id=a",
                        "Authorization",
                        Client.basic(username + "@mailing.commcarehq.org", password))
                .statusCode();
    }

    @Test
    void aWorkerIsMadeWhoChoosesHerPassword() throws Exception {
        HttpResponse<String> made = post(
                place,
                "user/v1/",
                "{\"username\": \"nia\", \"email\": \"nia@example.org\", \"require_account_confirmation\": true,"
                        + " \"send_confirmation_email_now\": true}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        contract.holds("post", USERS, made);
        assertThat(comesIn("nia", "chosen-by-her-9")).isNotEqualTo(200);
        assertThat(choose("chosen-by-her-9").statusCode()).isEqualTo(204);
        assertThat(comesIn("nia", "chosen-by-her-9")).isEqualTo(200);
        HttpResponse<String> without =
                post(place, "user/v1/", "{\"username\": \"noa\", \"require_account_confirmation\": true}");
        assertThat(without.statusCode()).as("without an address").isEqualTo(400);
        contract.holds("post", USERS, without);
    }

    @Test
    void aWorkbookMakesWorkersWhoChooseTheirPasswords() throws Exception {
        JsonNode job = uploaded(List.of(
                List.of("username", "password", "email", "is_account_confirmed", "send_confirmation_email"),
                List.of("booked", "", "booked@example.org", "no", "yes"),
                List.of("unasked", "", "unasked@example.org", "no", "no"),
                List.of("both", "long-enough-7", "both@example.org", "no", "no"),
                List.of("sure", "long-enough-7", "sure@example.org", "yes", "yes"),
                List.of("nowhere", "", "", "no", "yes")));
        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(2);
        assertThat(job.path("failed").asInt()).as(job.toString()).isEqualTo(3);
        assertThat(comesIn("booked", "booked-by-her-9")).isNotEqualTo(200);
        assertThat(choose("booked-by-her-9").statusCode()).isEqualTo(204);
        assertThat(comesIn("booked", "booked-by-her-9")).isEqualTo(200);
        assertThat(uploaded(List.of(
                                List.of("username", "is_account_confirmed", "send_confirmation_email"),
                                List.of("unasked", "no", "yes"),
                                List.of("booked", "no", "")))
                        .path("failed")
                        .asInt())
                .as("who was mailed confirms her account, and it stays so")
                .isEqualTo(1);
        assertThat(choose("asked-later-9").statusCode()).isEqualTo(204);
        assertThat(comesIn("unasked", "asked-later-9")).isEqualTo(200);
    }

    private JsonNode uploaded(List<List<String>> rows) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "test", null)) {
            var sheet = workbook.newWorksheet("users");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        var form = new Multipart().file("file", "workers.xlsx", "application/octet-stream", file.toByteArray());
        String job = json(place.client()
                        .send(
                                "POST",
                                "/a/mailing/bulk/mobile-workers/",
                                form.bytes(),
                                "Content-Type",
                                Multipart.TYPE,
                                "Authorization",
                                place.authorization()))
                .path("jobId")
                .asString();
        String fields = "job(jobId: \"" + job + "\") { endedAt created failed errors { nodes { code } } }";
        Sink.eventually(() -> !place.read(fields).at("/job/endedAt").isNull(), "read the workbook");
        return place.read(fields).path("job");
    }

    @Test
    void anotherPasswordIsChosenByALinkAndWhoCannotUseOneIsABadRequest() throws Exception {
        String one = USERS + "/{user_id}/email_password_reset";
        String id = json(post(
                        place,
                        "user/v1/",
                        "{\"username\": \"pat\", \"email\": \"pat@example.org\", \"password\": \"first-one-77\"}"))
                .path("id")
                .stringValue();
        for (String path : new String[] {"user/v1/", "v0.5/user/"}) {
            HttpResponse<String> mailed = post(place, path + id + "/email_password_reset/", "");
            assertThat(mailed.statusCode()).isEqualTo(202);
            assertThat(mailed.body()).isEmpty();
            contract.holds("post", one, mailed);
            assertThat(choose("second-one-" + path.length()).statusCode()).isEqualTo(204);
            assertThat(comesIn("pat", "second-one-" + path.length())).isEqualTo(200);
        }
        assertThat(comesIn("pat", "first-one-77")).isNotEqualTo(200);
        String poor = place.worker("poor");
        HttpResponse<String> refused = post(place, "user/v1/" + poor + "/email_password_reset", "");
        assertThat(refused.statusCode()).isEqualTo(400);
        contract.holds("post", one, refused);
        HttpResponse<String> unknown = post(place, "user/v1/nobody/email_password_reset/", "");
        assertThat(unknown.statusCode()).isEqualTo(404);
        contract.holds("post", one, unknown);
        assertThat(other.client()
                        .post(
                                "/a/mailing-other/api/user/v1/" + id + "/email_password_reset/",
                                "",
                                "Authorization",
                                other.authorization())
                        .statusCode())
                .as("in a project of its own, as of nobody")
                .isEqualTo(404);
        assertThat(mails.poll(1, TimeUnit.SECONDS)).isNull();
    }
}

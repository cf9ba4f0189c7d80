// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Heard;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Phone;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.enterprise.ProjectActivation;
import org.baraza.identity.Actor.WebUser;
import org.baraza.tenancy.Switch;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Forms and files that are not taken: too large, too slow, broken, from somebody who is out, or not at the moment. */
@ExtendWith(WholeServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UploadRefusalsTest {
    private static final String PROJECT = "refused-uploads";
    private static final String RECEIVERS = "POST /a/{domain}/receiver";
    private static final String WORKBOOKS = "POST /a/{domain}/bulk/";
    private static final int LARGER_THAN_FORMS = 11 << 20;
    private static final int LARGER_THAN_WORKBOOKS = 51 << 20;
    private static final int MOST_WAITING = 20;

    private final Operations operations = new Operations();
    private Server server;
    private WebUser operator;
    private Place place;
    private Phone phone;
    private String amina = "";
    private String app = "";

    @BeforeAll
    void aProject(Server whole) {
        server = whole;
        operator = whole.webUser("operator@refused-uploads.example");
        place = Place.of(whole, PROJECT, basic(operator.username(), Server.PASSWORD));
        amina = place.worker("amina");
        phone = place.phone("amina@" + PROJECT + ".commcarehq.org");
        app = place.graphQl()
                .ask(
                        "mutation { createApp(input: {project: \"" + PROJECT + "\", name: \"A\"}) { app { appId } } }",
                        Map.of())
                .at("/createApp/app/appId")
                .asString();
    }

    private String path(String operation) {
        String kinds = operation
                .replace("{kind}_", "app_")
                .replace("uploaded/{kind}", "uploaded/image")
                .replace("{kind}", "groups");
        return Operations.path(kinds, PROJECT, app);
    }

    private HttpResponse<String> submit(String operation, byte[] body) {
        return submit(operation, body, phone.authorization());
    }

    private HttpResponse<String> submit(String operation, byte[] body, String authorization) {
        return place.client()
                .send("POST", path(operation), body, "Authorization", authorization, "Content-Type", "text/xml");
    }

    private HttpResponse<String> upload(String operation, byte[] file) {
        byte[] body = new Multipart()
                .file("file", "a.xlsx", "application/octet-stream", file)
                .bytes();
        return place.client()
                .send(
                        "POST",
                        path(operation),
                        body,
                        "Authorization",
                        place.authorization(),
                        "Content-Type",
                        Multipart.TYPE);
    }

    @Test
    void formsAreTakenUnderEachAddress() {
        int[] number = {0};
        operations.allAnswer(201, operations.with(201, RECEIVERS), one -> submit(one, form("taken-" + number[0]++)));
    }

    private byte[] form(String id) {
        return FormXml.visit(id, amina).text().getBytes(UTF_8);
    }

    @Test
    void aFormThatNoPhoneWritesIsNotTaken() {
        byte[] hostile = "<!DOCTYPE data [<!ENTITY e \"e\">]><data xmlns=\"urn:x\">&e;</data>".getBytes(UTF_8);
        operations.allAnswer(422, operations.with(422, RECEIVERS), one -> submit(one, hostile));
        operations.allAnswer(413, operations.with(413, RECEIVERS), one -> submit(one, new byte[LARGER_THAN_FORMS]));
    }

    @Test
    void noFormIsTakenWhereSubmissionsAreSwitchedOff() {
        ProjectActivation projects = server.bean(ProjectActivation.class);
        projects.turn(operator, PROJECT, Switch.SUBMISSIONS_OFF, true);
        try {
            operations.allAnswer(509, operations.with(509, RECEIVERS), one -> submit(one, form("off")));
        } finally {
            projects.turn(operator, PROJECT, Switch.SUBMISSIONS_OFF, false);
        }
    }

    @Test
    void aPhoneWhoseAccountIsOutIsToldSo() {
        String gone = place.worker("gone");
        Phone hers = place.phone("gone@" + PROJECT + ".commcarehq.org");
        String path = "/a/" + PROJECT + "/api/user/v1/" + gone + "/deactivate/";
        assertThat(place.client()
                        .post(path, "", "Authorization", place.authorization())
                        .statusCode())
                .isEqualTo(202);
        operations.allAnswer(
                406,
                operations.with(406, RECEIVERS, "GET /a/{domain}/phone/", "POST /a/{domain}/phone/", "GET /phone/"),
                one -> one.startsWith("POST")
                        ? submit(one, form("gone"), hers.authorization())
                        : place.client().get(path(one) + "?version=2.0", "Authorization", hers.authorization()));
    }

    @Test
    void workbooksHaveFiftyMegabytesAtMost() {
        byte[] large = new byte[LARGER_THAN_WORKBOOKS];
        large[0] = 'P';
        large[1] = 'K';
        operations.allAnswer(413, operations.with(413, WORKBOOKS), one -> upload(one, large));
    }

    @Test
    void noMoreWorkIsPutInLineWhereMuchIsWaiting() throws SQLException {
        Place busy = Place.of(server, "refused-jobs", place.authorization());
        try (var connection = server.database().asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into exchange.job (project_id, kind, state, request, requested_by, requested_by_name, requested_at)
                    select project_id, 'groups_upload', 'queued',
                      '{"what": "upload", "workbook": "GROUPS", "checkOnly": false, "replace": false}', 'x', 'x', now()
                    from tenancy.project, generate_series(1, %d) where name = 'refused-jobs'""".formatted(MOST_WAITING));
        }
        operations.allAnswer(
                409,
                operations.with(409, WORKBOOKS + "{kind}"),
                one -> place.client()
                        .send(
                                "POST",
                                Operations.path(one, busy.name(), "groups"),
                                new Multipart()
                                        .file("file", "a.xlsx", "application/octet-stream", new byte[] {'P', 'K', 3, 4})
                                        .bytes(),
                                "Authorization",
                                place.authorization(),
                                "Content-Type",
                                Multipart.TYPE));
    }

    @Test
    void whoSaysNothingMoreIsLetGo() throws IOException {
        Map<String, Socket> stalled = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        try {
            for (String operation : operations.with(408, "POST /a/")) {
                stalled.put(operation, stall(operation));
            }
            for (Map.Entry<String, Socket> one : stalled.entrySet()) {
                String answer = new String(one.getValue().getInputStream().readAllBytes(), UTF_8);
                if (!answer.startsWith("HTTP/1.1 408 ")) {
                    wrong.add(one.getKey() + ": " + answer);
                }
                note(one.getKey(), answer);
            }
        } finally {
            for (Socket socket : stalled.values()) {
                socket.close();
            }
        }
        assertThat(stalled).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    private Socket stall(String operation) throws IOException {
        boolean isForm = operation.startsWith(RECEIVERS);
        Socket socket = new Socket("localhost", place.client().port());
        socket.setSoTimeout(60_000);
        String head = "POST " + path(operation) + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + (isForm ? phone.authorization() : place.authorization()) + "\r\nContent-Type: "
                + (isForm ? "text/xml" : Multipart.TYPE) + "\r\nContent-Length: 1000\r\n\r\n";
        socket.getOutputStream().write((head + (isForm ? "<" : "------phone\r\n")).getBytes(UTF_8));
        return socket;
    }

    private void note(String operation, String answer) {
        String[] parts = answer.split("\r\n\r\n", 2);
        String type = parts[0].replaceFirst("(?is).*\r\nContent-Type: ([^\r]+).*", "$1");
        int status = Integer.parseInt(answer.substring("HTTP/1.1 ".length()).substring(0, 3));
        String body = parts[1].replaceAll("(?m)^[0-9a-f]+\r\n|\r\n", "");
        String path = operation.substring(operation.indexOf(' ') + 1);
        assertThat(new Contract().fault("POST", path, status, type, body))
                .as(operation)
                .isEmpty();
        Heard.note("POST", path(operation), status, type, body);
    }
}

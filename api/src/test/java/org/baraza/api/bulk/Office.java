// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.GraphQl;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Server;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import tools.jackson.databind.JsonNode;

/** Somebody in an office, who works on a project with workbooks. */
final class Office {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    final Server server;
    final ProjectAccess access;
    private final Client client;
    private final String authorization;

    Office(Server server, String project) {
        this.server = server;
        WebUser admin = server.webUser(project + "@example.org");
        this.access = server.project(project, admin);
        this.client = server.client();
        this.authorization = Client.basic(admin.username(), Server.PASSWORD);
    }

    private Office(Office first, WebUser colleague) {
        this.server = first.server;
        this.access = first.access;
        this.client = first.client;
        this.authorization = Client.basic(colleague.username(), Server.PASSWORD);
    }

    /** Somebody else in the same project, with a role of her own, who works at a location. */
    Office colleague(String name, String permissions, String siteCode) {
        WebUser user = server.webUser(name + "@" + project() + ".example.org");
        sql("insert into identity.role (project_id, name, permissions) values ('" + access.project() + "', '" + name
                + "', '{" + permissions + "}')");
        sql("insert into identity.membership (project_id, user_id, role_id) select project_id, '" + user.userId()
                + "', role_id from identity.role where name = '" + name + "' and project_id = '" + access.project()
                + "'");
        sql("insert into places.assignment (project_id, user_id, location_id, is_primary, place) select project_id, '"
                + user.userId() + "', location_id, true, 1 from places.location where site_code = '" + siteCode + "'");
        return new Office(this, user);
    }

    String project() {
        return access.projectName();
    }

    String authorization() {
        return authorization;
    }

    GraphQl graphQl() {
        return new GraphQl(client, authorization);
    }

    HttpResponse<String> upload(String kind, byte[] workbook, String... fields) {
        Multipart form = new Multipart().file("file", "book.xlsx", "application/octet-stream", workbook);
        for (int at = 0; at < fields.length; at += 2) {
            form.field(fields[at], fields[at + 1]);
        }
        return post("bulk/" + kind + "/", form);
    }

    HttpResponse<String> post(String path, Multipart form) {
        return client.send(
                "POST",
                "/a/" + project() + "/" + path,
                form.bytes(),
                "Content-Type",
                Multipart.TYPE,
                "Authorization",
                authorization);
    }

    HttpResponse<String> get(String path) {
        return client.get("/a/" + project() + "/" + path, "Authorization", authorization);
    }

    /** Uploads, and gives the job when it has ended. */
    JsonNode uploaded(String kind, byte[] workbook, String... fields) {
        HttpResponse<String> answer = upload(kind, workbook, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return ended(Client.json(answer).path("jobId").asString());
    }

    /** Writes a workbook of what is there. */
    byte[] downloaded(String workbook) {
        JsonNode started = graphQl()
                .ask(
                        "mutation($p: String!) { startDownload(input: {project: $p, workbook: " + workbook
                                + "}) { job { jobId } userErrors { code message } } }",
                        Map.of("p", project()))
                .path("startDownload");
        return fetched(started.path("job").path("jobId").asString());
    }

    /** The workbook that comes of a job. */
    byte[] fetched(String jobId) {
        JsonNode job = ended(jobId);
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
        HttpResponse<byte[]> file = client.download(job.path("filePath").asString(), "Authorization", authorization);
        assertThat(file.statusCode()).isEqualTo(200);
        return file.body();
    }

    JsonNode job(String jobId) {
        return graphQl().ask("""
                        query($p: String!, $id: String!) { project(name: $p) { job(jobId: $id) {
                          jobId kind state checkOnly total done failed created updated unchanged deleted filePath fileName
                          problem { code message }
                          errors { totalCount nodes { sheet row column code message subject } } } } }""", Map.of("p", project(), "id", jobId)).at("/project/job");
    }

    JsonNode ended(String jobId) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < end) {
            JsonNode job = job(jobId);
            if (!List.of("QUEUED", "RUNNING").contains(job.path("state").asString())) {
                return job;
            }
            pause();
        }
        return fail("the job did not end");
    }

    static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs SQL in the project. */
    void sql(String statement) {
        ProjectScope.run(
                access.project(),
                () -> server.bean(Transactions.class).writing(tx -> tx.sql().execute(statement)));
    }

    /** Sheets with their rows, the header first. */
    static byte[] book(Map<String, List<List<String>>> sheets) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (Workbook workbook = new Workbook(out, "test", "1.0")) {
                sheets.forEach((name, rows) -> {
                    Worksheet sheet = workbook.newWorksheet(name);
                    for (int row = 0; row < rows.size(); row++) {
                        for (int column = 0; column < rows.get(row).size(); column++) {
                            sheet.value(row, column, rows.get(row).get(column));
                        }
                    }
                });
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sheets with their rows as texts. */
    static Map<String, List<List<String>>> read(byte[] book) {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            for (var sheet : workbook.getSheets().toList()) {
                List<List<String>> rows = new ArrayList<>();
                for (Row row : sheet.read()) {
                    List<String> texts = new ArrayList<>();
                    for (int column = 0; column < row.getCellCount(); column++) {
                        texts.add(row.getCellText(column));
                    }
                    rows.add(texts);
                }
                sheets.put(sheet.getName(), rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheets;
    }
}

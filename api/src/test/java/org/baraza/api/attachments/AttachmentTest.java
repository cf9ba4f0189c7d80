// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.basic;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Server.PASSWORD;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Server;
import org.baraza.forms.FormIntake;
import org.baraza.forms.Submission;
import org.baraza.forms.Submission.Attachment;
import org.baraza.forms.Submission.Envelope;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.BlobWriter;
import org.baraza.persistence.tenancy.ProjectScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AttachmentTest {
    private static final String FILES = "/a/demo/api/form/attachment/visit-1/";
    private static final String OWNER = basic("owner@example.org", PASSWORD);
    private static final String STRANGER = basic("stranger@example.org", PASSWORD);

    private final Server server = new Server();
    private final Client client = server.client();

    @BeforeAll
    void aFormWithFiles() throws IOException {
        ProjectAccess demo = server.project("demo", server.webUser("owner@example.org"));
        server.worker(demo, "amina");
        server.project("other", server.webUser("stranger@example.org"));
        List<Attachment> files = List.of(
                file(demo, "a photo.jpg", "image/jpeg", null),
                file(demo, "page.html", "text/html", null),
                file(demo, "drawing.svg", "image/svg+xml", null),
                file(demo, "tool.exe", "application/x-msdownload", "It is a program."));
        String form = "<data xmlns='urn:visit'><meta xmlns='http://openrosa.org/jr/xforms'>"
                + "<instanceID>visit-1</instanceID></meta></data>";
        var envelope = new Envelope("/a/demo/receiver/", null, "3.0", null, null, null, null);
        ProjectScope.run(
                demo.project(),
                () -> server.bean(FormIntake.class)
                        .receive(
                                new Submission(form.getBytes(StandardCharsets.UTF_8), Instant.now(), envelope, files)));
    }

    private Attachment file(ProjectAccess project, String name, String type, @Nullable String setAside)
            throws IOException {
        byte[] content = ("the bytes of " + name).getBytes(StandardCharsets.UTF_8);
        try (BlobWriter blob = server.bean(BlobStore.class).create(project.project())) {
            blob.write(content, 0, content.length);
            return new Attachment(name, type, content.length, blob.commit(), setAside);
        }
    }

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {FILES, "/a/demo/api/form_attachment/v1/visit-1/"})
    void aPictureIsShownAndComesAgainOnlyWhenItChanged(String files) {
        var answer = get(files + "a%20photo.jpg", OWNER);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("the bytes of a photo.jpg");
        assertThat(header(answer, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(answer, "Content-Disposition")).startsWith("inline");
        assertThat(client.get(files + "a%20photo.jpg", "Authorization", OWNER, "If-None-Match", header(answer, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page.html", "drawing.svg"})
    void whatCouldCarryAScriptIsSavedAndRunsNothing(String name) {
        var answer = get(FILES + name, OWNER);
        assertThat(header(answer, "Content-Disposition")).startsWith("attachment");
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void whatWasSetAsideOrNeverCameIsNotThere() {
        assertThat(get(FILES + "tool.exe", OWNER).statusCode()).isEqualTo(404);
        assertThat(get(FILES + "nothing.jpg", OWNER).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyElseGetsIt() {
        assertThat(get(FILES + "page.html", STRANGER).statusCode()).isEqualTo(403);
        assertThat(get("/a/other/api/form/attachment/visit-1/page.html", STRANGER)
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(FILES + "page.html", basic("amina", PASSWORD)).statusCode())
                .isEqualTo(403);
        assertThat(client.get(FILES + "page.html").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> get(String path, String authorization) {
        return client.get(path, "Authorization", authorization);
    }
}

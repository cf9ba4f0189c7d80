// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.identity.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The files of the forms of an export, as one archive. */
@ExtendWith(WholeServer.class)
class ExportMediaTest {
    private static final String PHOTO_ONLY = ", tables: [{path: \"\", label: \"Forms\", selected: true, columns: ["
            + "{path: \"form.house.photo\", label: \"photo\", selected: true},"
            + "{path: \"form.signature\", label: \"signature\", selected: false}]}]";

    private final Server server;

    ExportMediaTest(Server server) {
        this.server = server;
    }

    private static JsonNode asked(Office office, String export, String more) {
        return office.graphQl()
                .ask(
                        "mutation($p: String!, $e: String!) { startExportMedia(input: {project: $p, exportId: $e" + more
                                + "}) { job { jobId kind } userErrors { code message } } }",
                        Map.of("p", office.project(), "e", export))
                .path("startExportMedia");
    }

    private static Map<String, String> files(Office office, String export) {
        JsonNode started = asked(office, export, "");
        assertThat(started.path("userErrors")).as(started.toString()).isEmpty();
        Map<String, String> files = new LinkedHashMap<>();
        byte[] archive = office.fetched(started.at("/job/jobId").asString());
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @Test
    void filesThatAnswerSelectedQuestionsAreCalledAfterQuestionPersonAndForm() {
        ExportDesk desk = new ExportDesk(server, "media");
        desk.submit(
                desk.visit("f0")
                        .says("<house><photo>a.jpg</photo><photo>b.jpg</photo></house><signature>s.png</signature>"
                                + "<note>c.jpg</note>"),
                "a.jpg",
                "b.jpg",
                "s.png",
                "c.jpg");
        desk.submit(desk.visit("f1").says("<house><photo>a.jpg</photo></house>"), "a.jpg");
        desk.submit(desk.visit("f2").says("<house><photo/></house>"));
        String export = desk.create("FORM", ExportDesk.VISIT, PHOTO_ONLY);
        assertThat(files(desk.office, export))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "house-photo-amina-form_f0.jpg", "a.jpg",
                        "house-photo-amina-form_f0-2.jpg", "b.jpg",
                        "house-photo-amina-form_f1.jpg", "a.jpg"));
    }

    @Test
    void neitherCasesNorADeidentifiedExportHasFiles() {
        ExportDesk desk = new ExportDesk(server, "media-none");
        String cases = desk.create("CASE", "mother", "");
        String hidden = desk.create("FORM", ExportDesk.VISIT, ", manner: {deidentified: true}" + PHOTO_ONLY);
        assertThat(asked(desk.office, cases, "").at("/userErrors/0/code").asString())
                .isEqualTo("NO_MEDIA");
        assertThat(asked(desk.office, hidden, "").at("/userErrors/0/code").asString())
                .isEqualTo("MEDIA_DEIDENTIFIED");
        String plain = desk.create("FORM", ExportDesk.VISIT, PHOTO_ONLY);
        assertThat(asked(desk.office, plain, ", mailWhenDone: true")
                        .at("/userErrors/0/code")
                        .asString())
                .isEqualTo("MAILS_NOT_SENT");
        assertThat(files(desk.office, plain)).isEmpty();
    }

    @Test
    void whoMayExportCasesOnlyHasNoFilesOfForms() {
        ExportDesk desk = new ExportDesk(server, "media-rights");
        String shared = desk.create("FORM", ExportDesk.VISIT, PHOTO_ONLY + ", sharing: EXPORT_ONLY");
        Office colleague = desk.office.colleague("cases-only", Permission.EXPORT_CASES.wireName(), "");
        assertThat(asked(colleague, shared, "").at("/userErrors/0/code").asString())
                .isEqualTo("NOT_FOUND");
        Office forms = desk.office.colleague("forms-only", Permission.EXPORT_FORMS.wireName(), "");
        assertThat(asked(forms, shared, "").path("userErrors")).isEmpty();
    }
}

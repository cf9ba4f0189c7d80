// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.baraza.exchange.JobRequest;
import org.baraza.exchange.JobRunner;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.exports.SavedExports;
import org.baraza.identity.Audit;
import org.baraza.identity.MobileWorker;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.queue.TaskQueue;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Exports that are cut short, data that moves meanwhile, and people who see only a part of it. */
@ExtendWith(WholeServer.class)
class ExportsGoOnTest {
    private final Server server;

    ExportsGoOnTest(Server server) {
        this.server = server;
    }

    @Test
    void anExportThatIsCutShortShowsNoFileAndIsWholeWhenItIsBegunAgain() {
        ExportDesk desk = new ExportDesk(server, "cut-short");
        desk.submit(desk.visit("f0"));
        desk.submit(desk.visit("f1"));
        String export = desk.create("FORM", ExportDesk.VISIT, ", format: UNZIPPED_CSV");
        String jobId = waiting(desk, export);
        JobRunner node = server.bean(JobRunner.class);
        ProjectScope.run(desk.office.access.project(), () -> node.run(jobId, () -> true));
        JsonNode half = desk.office.job(jobId);
        assertThat(half.path("state").asString()).isEqualTo("RUNNING");
        assertThat(half.path("filePath").isNull()).isTrue();
        desk.submit(desk.visit("f2"));
        ProjectScope.run(desk.office.access.project(), () -> node.run(jobId, () -> false));
        List<List<String>> lines =
                ExportDesk.lines(new String(desk.office.fetched(jobId), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(ExportDesk.column(lines, "formid")).containsExactly("f0", "f1", "f2");
        assertThat(ExportDesk.column(lines, "number")).containsExactly("0", "1", "2");
    }

    /** A job that no node takes before an hour is over. */
    private String waiting(ExportDesk desk, String exportId) {
        Jobs later = new Jobs(
                server.bean(Transactions.class),
                server.bean(TaskQueue.class),
                server.bean(ChangeLog.class),
                server.bean(BlobStore.class),
                server.bean(Audit.class),
                Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
        return ProjectScope.in(desk.office.access.project(), () -> {
            var plan = server.bean(SavedExports.class)
                    .get(desk.office.access, exportId)
                    .plan();
            return later.export(desk.office.access, new JobRequest.Export(plan, "", false))
                    .jobId();
        });
    }

    @Test
    void whoMayNotSeeEveryLocationExportsWhatHerOwnAreResponsibleFor() {
        ExportDesk desk = new ExportDesk(server, "places-only");
        MobileWorker other = server.worker(desk.office.access, "beatrice");
        String place = desk.ask(
                        "mutation($p: String!) { createLocationType(input: {project: $p, name: \"Ward\"}) { userErrors { code } }"
                                + " createLocation(input: {project: $p, name: \"North\", typeCode: \"ward\"}) {"
                                + " location { locationId } } }",
                        Map.of())
                .at("/createLocation/location/locationId")
                .asString();
        assertThat(place).isNotEmpty();
        desk.submit(desk.visit("near").creates("c-near", "mother", "Near", desk.worker.userId()));
        desk.submit(FormXml.visit("far", other.userId()).creates("c-far", "mother", "Far", other.userId()));
        String forms = desk.create("FORM", ExportDesk.VISIT, ", sharing: EXPORT_ONLY, format: UNZIPPED_CSV");
        String cases = desk.create("CASE", "mother", ", sharing: EXPORT_ONLY, format: UNZIPPED_CSV");
        assertThat(ids(desk, forms, "formid", desk.office.authorization())).contains("near", "far");

        var limited = server.webUser("limited@example.org");
        String project = desk.office.access.project().toString();
        desk.office.sql("insert into identity.role (project_id, role_id, name, permissions) values ('" + project
                + "', '" + UUID.nameUUIDFromBytes(project.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "', 'North only', '{view_reports}')");
        desk.office.sql("insert into identity.membership (project_id, user_id, role_id) values ('" + project + "', '"
                + limited.userId() + "', '"
                + UUID.nameUUIDFromBytes(project.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "')");
        for (String userId : List.of(limited.userId(), desk.worker.userId())) {
            desk.office.sql("insert into places.assignment (project_id, user_id, location_id, place) values ('"
                    + project + "', '" + userId + "', '" + place + "', 0)");
        }
        String authorization = org.baraza.api.testing.Client.basic(limited.username(), Server.PASSWORD);
        assertThat(ids(desk, forms, "formid", authorization)).containsExactly("near");
        assertThat(ids(desk, cases, "caseid", authorization)).containsExactly("c-near");
    }

    private List<String> ids(ExportDesk desk, String export, String column, String authorization) {
        String body = server.client()
                .get("/a/" + desk.office.project() + "/data/export/stream/" + export, "Authorization", authorization)
                .body();
        return ExportDesk.column(ExportDesk.lines(body), column);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Place;
import org.baraza.api.testing.Server;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.tenancy.Projects;

/** The jobs of a project. */
final class TenantJobs {
    private final Server server;
    private final Place place;
    private final String done;
    private final String upload;
    private final String caseImport;

    TenantJobs(Server server, Place place) {
        this.server = server;
        this.place = place;
        this.done = ended(place.graphQl()
                .ask("""
                        mutation($p: String!) {
                          startDownload(input: {project: $p, workbook: GROUPS}) { job { jobId } } }""", Map.of("p", place.name()))
                .at("/startDownload/job/jobId")
                .asString());
        this.upload = ended(Client.json(place.client()
                        .send(
                                "POST",
                                "/a/" + place.name() + "/bulk/lookup-tables/",
                                BulkProbes.noWorkbook("file").bytes(),
                                "Content-Type",
                                Multipart.TYPE,
                                "Authorization",
                                place.authorization()))
                .path("jobId")
                .asString());
        this.caseImport = ended(BulkProbes.importOf(Client.json(place.client()
                .send(
                        "POST",
                        "/a/" + place.name() + "/importer/excel/bulk_upload_api/",
                        BulkProbes.cases().bytes(),
                        "Content-Type",
                        Multipart.TYPE,
                        "Authorization",
                        place.authorization()))));
    }

    private String ended(String jobId) {
        assertThat(jobId).isNotEmpty();
        while (place.graphQl()
                .ask(
                        "query($p: String!, $id: String!) { project(name: $p) { job(jobId: $id) { endedAt } } }",
                        Map.of("p", place.name(), "id", jobId))
                .at("/project/job/endedAt")
                .isNull()) {
            Tenant.pause();
        }
        return jobId;
    }

    /** A table of cases that waits for its import. */
    String caseTable() {
        String made = Client.json(place.client()
                        .send(
                                "POST",
                                "/a/" + place.name() + "/bulk/case-tables/",
                                BulkProbes.cases().bytes(),
                                "Content-Type",
                                Multipart.TYPE,
                                "Authorization",
                                place.authorization()))
                .path("tableId")
                .asString();
        assertThat(made).isNotEmpty();
        return made;
    }

    String done() {
        return done;
    }

    String upload() {
        return upload;
    }

    String caseImport() {
        return caseImport;
    }

    /** Nothing is queued for it, so it waits for ever. */
    String waiting() {
        var project = server.bean(Projects.class).byName(place.name()).orElseThrow();
        return ProjectScope.in(
                project.id(),
                () -> server.bean(Transactions.class)
                        .write(tx -> String.valueOf(tx.sql()
                                .fetchSingle(
                                        """
                                        insert into exchange.job (project_id, kind, state, request, requested_by,
                                          requested_by_name, requested_at)
                                        values ({0}, 'groups_upload', 'queued',
                                          '{"what": "upload", "workbook": "GROUPS", "checkOnly": false, "replace": false}',
                                          'somebody', 'somebody', now())
                                        returning job_id::text""", org.jooq.impl.DSL.val(project.id().value()))
                                .get(0))));
    }
}

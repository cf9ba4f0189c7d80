// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.baraza.api.testing.Place;
import tools.jackson.databind.JsonNode;

/** The exports of a project. */
final class TenantExports {
    private final Place place;
    private final String kept;
    private final String ofForms;
    private final String daily;
    private final String feed;

    TenantExports(Place place) {
        this.place = place;
        this.kept = made("");
        this.ofForms = made("FORM", "");
        this.daily = made(", daily: true");
        this.feed = made(", odata: true");
    }

    private String made(String more) {
        return made("CASE", more);
    }

    private String made(String type, String more) {
        JsonNode made = place.graphQl()
                .ask(
                        "mutation($p: String!) { createExport(input: {project: $p, type: " + type
                                + ", identifier: \"mother\","
                                + " name: \"Mothers\", format: UNZIPPED_CSV, tables: [{path: \"\", label: \"Hers\","
                                + " selected: true, columns: [{path: \"caseid\", label: \"caseid\", selected: true}]}]"
                                + more + "}) { export { exportId } userErrors { code message } } }",
                        Map.of("p", place.name()));
        assertThat(made.at("/createExport/userErrors")).as(made.toString()).isEmpty();
        return made.at("/createExport/export/exportId").asString();
    }

    /** A job that a program started on forms. */
    String formAction() {
        return place.graphQl()
                .ask(
                        "mutation($p: String!) { startBulkAction(input: {project: $p, action: ARCHIVE_FORMS,"
                                + " ids: [\"none\"]}) { job { jobId } } }",
                        Map.of("p", place.name()))
                .at("/startBulkAction/job/jobId")
                .asString();
    }

    String kept() {
        return kept;
    }

    String ofForms() {
        return ofForms;
    }

    String daily() {
        return daily;
    }

    String feed() {
        return feed;
    }

    String fresh() {
        return made(", daily: true");
    }
}

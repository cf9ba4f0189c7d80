// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.baraza.bench.forms.Block;
import org.baraza.bench.forms.PlannedForm;
import org.baraza.bench.server.Admin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sample of forms as the public API shows them: the same truth through the front door. */
final class PublicView {
    private static final int SAMPLE = 25;
    private static final String QUESTION = "query($project: String!, $form: String!, $case: String!) {"
            + " project(name: $project) { form(formId: $form) { state caseChanges { caseId } }"
            + " case(caseId: $case) { type name deleted properties } } }";

    private final Admin admin;
    private final String project;
    private final List<PlannedForm> forms;
    private final SplittableRandom random;

    PublicView(Admin admin, String project, List<PlannedForm> forms, long seed) {
        this.admin = admin;
        this.project = project;
        this.forms = forms;
        this.random = new SplittableRandom(seed);
    }

    List<String> differences() throws IOException {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < SAMPLE; i++) {
            PlannedForm form = forms.get(random.nextInt(forms.size()));
            Block made = form.blocks().getFirst();
            var variables = JsonMapper.shared()
                    .createObjectNode()
                    .put("project", project)
                    .put("form", form.id())
                    .put("case", made.caseId());
            JsonNode answer = admin.graphql(QUESTION, variables).path("project");
            if (!shows(answer.path("form"), form) || !shows(answer.path("case"), made)) {
                differences.add("the API shows form " + form.id() + " otherwise than it was sent: " + answer);
            }
        }
        return differences;
    }

    private static boolean shows(JsonNode stored, PlannedForm form) {
        Set<String> caseIds = new TreeSet<>();
        stored.path("caseChanges")
                .forEach(change -> caseIds.add(change.path("caseId").asString()));
        return stored.path("state").asString().equals("NORMAL") && caseIds.equals(form.caseIds());
    }

    /** What the form made of the case; later forms may have set more. */
    private static boolean shows(JsonNode stored, Block made) {
        return made.creates()
                .filter(create -> stored.path("type").asString().equals(create.type())
                        && stored.path("name").asString().equals(create.name())
                        && !stored.path("deleted").asBoolean(true)
                        && made.properties().keySet().stream()
                                .allMatch(name -> stored.path("properties").has(name)))
                .isPresent();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.types;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.cases.CaseTransaction;
import org.baraza.cases.Cases;
import org.baraza.forms.Forms;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.PayloadFormat;
import org.baraza.identity.ProjectAccess;
import org.baraza.xml.Timestamps;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which form it is and which cases it is about. */
public final class FormStubs implements PayloadFormat {
    static final String SLUG = "short_form_json";

    private final Forms forms;
    private final Cases cases;

    public FormStubs(Forms forms, Cases cases) {
        this.forms = forms;
        this.cases = cases;
    }

    @Override
    public String slug() {
        return SLUG;
    }

    @Override
    public String label() {
        return "Default JSON";
    }

    @Override
    public Set<String> types() {
        return Set.of(FormStubType.SLUG);
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public Map<String, Payload> payloads(ProjectAccess server, Collection<String> ids) {
        Map<String, List<CaseTransaction>> steps = cases.stepsOfForms(server, ids);
        Map<String, Payload> payloads = new LinkedHashMap<>();
        forms.find(server, ids).forEach((id, form) -> {
            ObjectNode json = JsonMapper.shared().createObjectNode();
            json.put("form_id", id);
            json.put("received_on", Timestamps.format(form.receivedOn()));
            ArrayNode caseIds = json.putArray("case_ids");
            steps.getOrDefault(id, List.of()).stream()
                    .map(CaseTransaction::caseId)
                    .distinct()
                    .forEach(caseIds::add);
            payloads.put(
                    id,
                    new Payload(
                            contentType(),
                            FormXml.received(form),
                            Map.of(),
                            json.toString().getBytes(StandardCharsets.UTF_8)));
        });
        return payloads;
    }
}

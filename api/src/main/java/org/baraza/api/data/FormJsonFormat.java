// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import java.util.Collection;
import tools.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.api.wiring.BarazaSettings;
import org.baraza.forms.FormLists;
import org.baraza.forms.ListedForm;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.PayloadFormat;
import org.baraza.forwarding.types.FormType;
import org.baraza.forwarding.types.FormXml;
import org.baraza.identity.ProjectAccess;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** A form, as the data API has it. */
@Component
final class FormJsonFormat implements PayloadFormat {
    private final FormLists forms;
    private final FormObjects objects;
    private final String server;

    FormJsonFormat(FormLists forms, FormObjects objects, BarazaSettings settings) {
        this.forms = forms;
        this.objects = objects;
        this.server = settings.publicUrl();
    }

    @Override
    public String slug() {
        return "form_json";
    }

    @Override
    public String label() {
        return "JSON";
    }

    @Override
    public Set<String> types() {
        return Set.of(FormType.SLUG);
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public Map<String, Payload> payloads(ProjectAccess who, Collection<String> ids) {
        Map<String, ListedForm> listed = forms.find(who, ids);
        Map<String, Payload> payloads = new LinkedHashMap<>();
        Map<String, ObjectNode> whole = objects.of(who, listed.values(), server);
        listed.forEach((id, one) -> Optional.ofNullable(whole.get(id))
                .ifPresent(json -> payloads.put(
                        id,
                        new Payload(
                                contentType(),
                                FormXml.received(one.form()),
                                FormXml.app(one.form()),
                                JsonMapper.shared().writeValueAsBytes(json)))));
        return payloads;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.configured;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.baraza.forms.FormContent;
import org.baraza.forms.FormLists;
import org.baraza.forms.Forms;
import org.baraza.forms.ListedForm;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.PayloadFormat;
import org.baraza.forwarding.types.FormXml;
import org.baraza.identity.ProjectAccess;

/** Forms as expressions read them. Nobody sends them so. */
public final class FormDocuments implements PayloadFormat {
    static final String SLUG = "form_document";

    private final FormLists lists;
    private final Forms forms;

    public FormDocuments(FormLists lists, Forms forms) {
        this.lists = lists;
        this.forms = forms;
    }

    @Override
    public String slug() {
        return SLUG;
    }

    @Override
    public String label() {
        return "Document";
    }

    @Override
    public Set<String> types() {
        return Set.of();
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public Map<String, Payload> payloads(ProjectAccess server, Collection<String> ids) {
        Map<String, ListedForm> listed = lists.find(server, ids);
        Map<String, FormContent> contents = forms.contents(server, listed.keySet());
        Map<String, Payload> payloads = new LinkedHashMap<>();
        listed.forEach((id, one) -> payloads.put(
                id,
                new Payload(
                        contentType(),
                        FormXml.received(one.form()),
                        Map.of(),
                        HqDocuments.ofForm(server.projectName(), one, contents.get(id))
                                .toString()
                                .getBytes(StandardCharsets.UTF_8))));
        return payloads;
    }
}

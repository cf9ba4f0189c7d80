// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.types;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.baraza.forms.Form;
import org.baraza.forms.FormContent;
import org.baraza.forms.Forms;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.PayloadFormat;
import org.baraza.identity.ProjectAccess;
import org.baraza.xml.Timestamps;

/** A form, byte for byte as it was sent or last edited. */
public final class FormXml implements PayloadFormat {
    static final String SLUG = "form_xml";
    private static final String TYPE = "text/xml";

    private final Forms forms;

    public FormXml(Forms forms) {
        this.forms = forms;
    }

    @Override
    public String slug() {
        return SLUG;
    }

    @Override
    public String label() {
        return "XML";
    }

    @Override
    public Set<String> types() {
        return Set.of(FormType.SLUG);
    }

    @Override
    public String contentType() {
        return TYPE;
    }

    @Override
    public Map<String, Payload> payloads(ProjectAccess server, Collection<String> ids) {
        Map<String, FormContent> contents = forms.contents(server, ids);
        Map<String, Payload> payloads = new LinkedHashMap<>();
        forms.find(server, ids).forEach((id, form) -> {
            FormContent content = contents.get(id);
            if (content != null) {
                payloads.put(id, new Payload(TYPE, received(form), app(form), content.xml()));
            }
        });
        return payloads;
    }

    /** The header that every form has. */
    public static Map<String, String> received(Form form) {
        return Map.of("received-on", Timestamps.format(form.receivedOn()));
    }

    /** The parameter that every form may have. */
    public static Map<String, String> app(Form form) {
        return form.appId() == null ? Map.of() : Map.of(FormType.APP_ID, form.appId());
    }
}

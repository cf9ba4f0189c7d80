// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.types;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.PayloadFormat;
import org.baraza.identity.ProjectAccess;

/** Which app it is, and nothing else: whoever hears of it asks for the rest. */
public final class AppIds implements PayloadFormat {
    static final String SLUG = "app_structure_xml";

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
        return Set.of(SavedType.APPS.slug());
    }

    @Override
    public String contentType() {
        return "text/xml";
    }

    @Override
    public Map<String, Payload> payloads(ProjectAccess server, Collection<String> ids) {
        Map<String, Payload> payloads = new LinkedHashMap<>();
        ids.forEach(id -> payloads.put(id, Payload.of(contentType(), id.getBytes(StandardCharsets.UTF_8))));
        return payloads;
    }
}

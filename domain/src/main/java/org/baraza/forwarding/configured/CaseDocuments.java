// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.configured;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.baraza.cases.Cases;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.PayloadFormat;
import org.baraza.identity.ProjectAccess;
import org.baraza.xml.Timestamps;

/** Cases as expressions read them. Nobody sends them so. */
public final class CaseDocuments implements PayloadFormat {
    static final String SLUG = "case_document";

    private final Cases cases;

    public CaseDocuments(Cases cases) {
        this.cases = cases;
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
        Map<String, Payload> payloads = new LinkedHashMap<>();
        cases.find(server, ids).forEach((id, state) -> {
            if (!state.deleted()) {
                byte[] body = HqDocuments.ofCase(server.projectName(), state)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
                Map<String, String> headers = Map.of("server-modified-on", Timestamps.format(state.serverModifiedOn()));
                payloads.put(id, new Payload(contentType(), headers, Map.of(), body));
            }
        });
        return payloads;
    }
}

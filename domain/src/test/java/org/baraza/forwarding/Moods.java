// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.Occurrence;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.PayloadFormat;
import org.baraza.forwarding.types.FormType;
import org.baraza.identity.ProjectAccess;
import org.jooq.exception.DataAccessException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Forms as they are forwarded, by a node that has good and bad moments. */
final class Moods implements PayloadFormat, ForwarderType {
    static final String BRITTLE = "BrittleRepeater";

    private final PayloadFormat forms;
    private final FormType type = new FormType();
    /** Whether the database takes back what it was asked for. */
    volatile boolean hiccups;
    /** Documents that are no more. */
    volatile Set<String> gone = Set.of();

    Moods(PayloadFormat forms) {
        this.forms = forms;
    }

    @Override
    public String slug() {
        return BRITTLE;
    }

    @Override
    public String label() {
        return "Forward forms, or fail";
    }

    @Override
    public Set<String> types() {
        return Set.of(BRITTLE);
    }

    @Override
    public String usualFormat() {
        return slug();
    }

    @Override
    public String contentType() {
        return forms.contentType();
    }

    @Override
    public boolean accepts(Occurrence occurrence, ForwarderOptions options) {
        return type.accepts(occurrence, options);
    }

    @Override
    public Map<String, Payload> payloads(ProjectAccess server, Collection<String> ids) {
        if (hiccups) {
            throw new DataAccessException("aborted", new SQLException("serialization failure", "40001"));
        }
        Map<String, Payload> payloads = new LinkedHashMap<>(forms.payloads(server, ids));
        payloads.keySet().removeAll(gone);
        return payloads;
    }

    /** Forms as a text in JSON, for scripts. */
    record Json(PayloadFormat forms) implements PayloadFormat {
        @Override
        public String slug() {
            return "form_json";
        }

        @Override
        public String label() {
            return slug();
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
        public Map<String, Payload> payloads(ProjectAccess server, Collection<String> ids) {
            Map<String, Payload> made = new LinkedHashMap<>();
            forms.payloads(server, ids).forEach((id, form) -> {
                ObjectNode json = JsonMapper.shared().createObjectNode();
                json.put("id", id).put("xml", new String(form.body(), StandardCharsets.UTF_8));
                made.put(id, Payload.of(contentType(), json.toString().getBytes(StandardCharsets.UTF_8)));
            });
            return made;
        }
    }

    /** A format of nothing. */
    record Named(String slug, String type) implements PayloadFormat {
        @Override
        public String label() {
            return slug;
        }

        @Override
        public Set<String> types() {
            return Set.of(type);
        }

        @Override
        public String contentType() {
            return "text/plain";
        }

        @Override
        public Map<String, Payload> payloads(ProjectAccess server, Collection<String> ids) {
            return Map.of();
        }
    }

    /** A delivery of a form that is called so cannot be made. */
    @Override
    public String url(String connectionUrl, ForwarderOptions options, Payload payload) {
        if (new String(payload.body(), StandardCharsets.UTF_8).contains("f-bad")) {
            throw new IllegalStateException("nobody thought of that");
        }
        return connectionUrl;
    }
}

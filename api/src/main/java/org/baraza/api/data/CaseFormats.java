// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baraza.cases.CaseLists;
import org.baraza.cases.ListedCase;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.PayloadFormat;
import org.baraza.forwarding.types.CaseType;
import org.baraza.identity.ProjectAccess;
import org.baraza.xml.Timestamps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.node.ObjectNode;

/** Cases as they are forwarded: a block of XML with the whole state, or the data API's object. */
@Configuration(proxyBeanMethods = false)
class CaseFormats {
    private static final Set<String> TYPES =
            Arrays.stream(CaseType.values()).map(CaseType::slug).collect(Collectors.toUnmodifiableSet());

    /** What CommCare HQ sends of a case (data forwarding: requests sent). */
    private static final Set<String> FIELDS = Set.of(
            "domain",
            "case_id",
            "user_id",
            "closed",
            "xform_ids",
            "date_closed",
            "date_modified",
            "server_date_modified",
            "properties",
            "indices");

    @Bean
    PayloadFormat caseXmlFormat(CaseLists cases) {
        return new Xml(cases);
    }

    @Bean
    PayloadFormat caseJsonFormat(CaseLists cases, CaseObjects objects) {
        return new Json(cases, objects);
    }

    private static Map<String, String> modified(ListedCase listed) {
        return Map.of(
                "server-modified-on", Timestamps.format(listed.state().serverModifiedOn()));
    }

    private record Xml(CaseLists cases) implements PayloadFormat {
        @Override
        public String slug() {
            return CaseType.USUAL;
        }

        @Override
        public String label() {
            return "XML";
        }

        @Override
        public Set<String> types() {
            return TYPES;
        }

        @Override
        public String contentType() {
            return "text/xml";
        }

        @Override
        public Map<String, Payload> payloads(ProjectAccess server, Collection<String> ids) {
            Map<String, Payload> payloads = new LinkedHashMap<>();
            cases.find(server, ids)
                    .forEach((id, listed) -> payloads.put(
                            id,
                            new Payload(contentType(), modified(listed), Map.of(), CaseXml.bytes(listed.state()))));
            return payloads;
        }
    }

    private record Json(CaseLists cases, CaseObjects objects) implements PayloadFormat {
        @Override
        public String slug() {
            return "case_json";
        }

        @Override
        public String label() {
            return "JSON";
        }

        @Override
        public Set<String> types() {
            return TYPES;
        }

        @Override
        public String contentType() {
            return "application/json";
        }

        @Override
        public Map<String, Payload> payloads(ProjectAccess server, Collection<String> ids) {
            Map<String, ListedCase> listed = cases.find(server, ids);
            Map<String, Payload> payloads = new LinkedHashMap<>();
            Map<String, ObjectNode> whole = objects.of(server, listed.values());
            listed.forEach((id, one) -> Optional.ofNullable(whole.get(id)).ifPresent(json -> {
                json.retain(FIELDS);
                json.putObject("attachments");
                payloads.put(
                        id,
                        new Payload(
                                contentType(),
                                modified(one),
                                Map.of(),
                                JsonMapper.shared().writeValueAsBytes(json)));
            }));
            return payloads;
        }
    }
}

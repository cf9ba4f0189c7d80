// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.fhir;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.baraza.dictionary.FhirNames;
import org.baraza.forwarding.mapping.Config;
import org.baraza.forwarding.mapping.MappedValue;
import org.baraza.forwarding.mapping.Mapping;
import org.baraza.forwarding.spi.Budget;
import org.baraza.forwarding.spi.Payload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a transaction of a case: its resource, found by an identifier of its own and made where there is none, so that it does no
 * harm to send it again.
 */
public final class FhirMapping implements Mapping {
    static final String SLUG = "fhir_bundle";

    private static final String CONTENT_TYPE = "application/fhir+json";
    private static final String NO_RESOURCE = "a resource of FHIR is wanted, such as Patient.";
    private static final Pattern SYSTEM = Pattern.compile("(https?://|urn:)[^\\s|]{1,255}");
    private static final String NO_SYSTEM = "an address is wanted that begins with http://, https:// or urn:.";

    @Override
    public String slug() {
        return SLUG;
    }

    @Override
    public String label() {
        return "FHIR R4 bundle";
    }

    @Override
    public String contentType() {
        return CONTENT_TYPE;
    }

    @Override
    public Map<String, String> sources() {
        return Map.of(FhirType.SLUG, "case_json");
    }

    @Override
    public String example() {
        return """
                {
                  "identifierSystem": "https://www.example.org/cases",
                  "caseTypes": [
                    {
                      "caseType": "patient",
                      "resourceType": "Patient",
                      "elements": {
                        "name[0].family": {"property": "last_name"},
                        "name[0].given[0]": {"property": "first_name"},
                        "birthDate": {"property": "dob", "as": "date"},
                        "gender": {"property": "sex", "map": {"f": "female", "m": "male"}, "otherwise": "unknown"},
                        "active": {"field": "closed", "map": {"true": "false", "false": "true"}, "as": "boolean"}
                      }
                    }
                  ]
                }
                """;
    }

    /**
     * The resource of a type of cases.
     *
     * @param references to resources of other cases
     */
    private record ResourceOf(String type, Map<ElementPath, MappedValue> elements, List<Reference> references) {
        static ResourceOf read(Config config) {
            config.only("caseType", "resourceType", "elements", "references");
            Map<ElementPath, MappedValue> elements = new LinkedHashMap<>();
            config.values("elements", FhirNames.PATH, ElementPath.OTHERWISE)
                    .forEach((path, value) -> elements.put(free(config, path), value));
            if (elements.isEmpty()) {
                config.wrong("say which \"elements\" the resource has.");
            }
            List<Reference> references = new ArrayList<>();
            config.part("references")
                    .ifPresent(_ -> config.items("references").forEach(one -> references.add(Reference.read(one))));
            return new ResourceOf(
                    config.text("resourceType", FhirNames.RESOURCE, NO_RESOURCE), elements, List.copyOf(references));
        }
    }

    private static ElementPath free(Config config, String path) {
        if (FhirNames.PATH.matcher(path).matches() && FhirNames.isTaken(path)) {
            config.wrong(path + ": " + ElementPath.TAKEN_ALREADY);
        }
        return ElementPath.of(path);
    }

    /** An element that points to the resource of the case to which an index of this case points. */
    private record Reference(ElementPath element, String index, String type) {
        static Reference read(Config config) {
            config.only("element", "index", "resourceType");
            return new Reference(
                    free(config, config.text("element", FhirNames.PATH, ElementPath.OTHERWISE)),
                    config.text("index"),
                    config.text("resourceType", FhirNames.RESOURCE, NO_RESOURCE));
        }
    }

    private record Mapping(String system, Map<String, ResourceOf> resources) {
        static Mapping read(Config config) {
            Map<String, ResourceOf> resources = new LinkedHashMap<>();
            config.only("identifierSystem", "caseTypes").items("caseTypes").forEach(type -> {
                if (resources.put(type.text("caseType"), ResourceOf.read(type)) != null) {
                    type.wrong("there is one for this \"caseType\" already.");
                }
            });
            return new Mapping(config.text("identifierSystem", SYSTEM, NO_SYSTEM), resources);
        }
    }

    @Override
    public Script read(String script, Budget budget) {
        Mapping mapping = Config.read(script, Mapping::read);
        return source -> Optional.ofNullable(mapping.resources.get(
                        source.json().at("/properties/case_type").asString("")))
                .map(resource -> payload(source, mapping.system, resource))
                .orElse(Payload.NOTHING);
    }

    private static Payload payload(Source source, String system, ResourceOf mapping) {
        ObjectNode bundle = JsonMapper.shared().createObjectNode();
        bundle.put("resourceType", "Bundle");
        bundle.put("type", "transaction");
        ObjectNode entry = bundle.putArray("entry").addObject();
        entry.put(
                "fullUrl",
                URI.create("urn:uuid:" + UUID.nameUUIDFromBytes(source.id().getBytes(StandardCharsets.UTF_8)))
                        .toString());
        entry.set("resource", resource(source, system, mapping));
        entry.putObject("request").put("method", "PUT").put("url", conditional(mapping.type, system, source.id()));
        return source.instead(CONTENT_TYPE, bundle.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode resource(Source source, String system, ResourceOf mapping) {
        ObjectNode resource = JsonMapper.shared().createObjectNode();
        resource.put("resourceType", mapping.type);
        mapping.elements.forEach(
                (path, value) -> value.of(source.json()).ifPresent(found -> path.put(resource, found)));
        for (Reference reference : mapping.references) {
            JsonNode target =
                    source.json().path("indices").path(reference.index).path("case_id");
            if (target.isString()) {
                ObjectNode pointer = JsonMapper.shared().createObjectNode();
                pointer.put("reference", conditional(reference.type, system, target.stringValue()));
                reference.element.put(resource, pointer);
            }
        }
        ElementPath.closeGaps(resource);
        resource.withArrayProperty(ElementPath.IDENTIFIER)
                .addObject()
                .put("system", system)
                .put("value", source.id());
        return resource;
    }

    /** The resource of a case, wherever the server keeps it. */
    private static String conditional(String type, String system, String caseId) {
        return type + "?identifier=" + URLEncoder.encode(system + "|" + caseId, StandardCharsets.UTF_8);
    }
}

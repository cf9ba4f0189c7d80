// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.fhir;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.dictionary.CaseProperty;
import org.baraza.dictionary.DataType;
import org.baraza.dictionary.DescribedType;
import org.baraza.dictionary.Dictionary;
import org.baraza.forwarding.spi.Budget;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.PayloadFormat;
import org.baraza.forwarding.spi.Transformation.Script;
import org.baraza.forwarding.spi.Transformation.Source;
import org.baraza.identity.ProjectAccess;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a transaction of a case as the data dictionary says: its type names the resource, its properties the elements. */
public final class DictionaryBundles implements PayloadFormat {
    /** By which CommCare HQ lets a case be found again. */
    private static final String CASE_ID = "http://commcarehq.org/x/fhir/case-id";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final PayloadFormat cases;
    private final Dictionary dictionary;
    private final FhirMapping mapping = new FhirMapping();

    /** @param cases makes the JSON of cases that is forwarded without a mapping */
    public DictionaryBundles(PayloadFormat cases, Dictionary dictionary) {
        this.cases = cases;
        this.dictionary = dictionary;
    }

    @Override
    public String slug() {
        return "fhir_dictionary";
    }

    @Override
    public String label() {
        return "FHIR R4 bundle (data dictionary)";
    }

    @Override
    public Set<String> types() {
        return Set.of(FhirType.SLUG);
    }

    @Override
    public String contentType() {
        return mapping.contentType();
    }

    @Override
    public Map<String, Payload> payloads(ProjectAccess server, Collection<String> ids) {
        Map<String, Payload> plain = cases.payloads(server, ids);
        Optional<String> said = script(dictionary.resources());
        Map<String, Payload> payloads = new LinkedHashMap<>();
        if (said.isEmpty()) {
            plain.keySet().forEach(id -> payloads.put(id, Payload.NOTHING));
            return payloads;
        }
        try (Script script = mapping.read(said.get(), Unbounded.BUDGET)) {
            plain.forEach((id, one) -> payloads.put(
                    id,
                    script.payload(new Source(server.projectName(), id, (ObjectNode) JSON.readTree(one.body()), one))));
        }
        return payloads;
    }

    /** What the dictionary says, as a mapping; empty where it says nothing. */
    private static Optional<String> script(List<DescribedType> types) {
        ObjectNode whole = JSON.createObjectNode().put("identifierSystem", CASE_ID);
        ArrayNode list = whole.putArray("caseTypes");
        for (DescribedType type : types) {
            ObjectNode elements = JSON.createObjectNode();
            type.properties().stream()
                    .filter(property -> !property.fhirPath().isEmpty() && !property.deprecated())
                    .forEach(property -> elements.set(property.fhirPath(), value(property)));
            if (!elements.isEmpty()) {
                list.addObject()
                        .put("caseType", type.name())
                        .put("resourceType", type.type().fhirResourceType())
                        .set("elements", elements);
            }
        }
        return list.isEmpty() ? Optional.empty() : Optional.of(whole.toString());
    }

    private static ObjectNode value(CaseProperty property) {
        // The name of a case is not among the properties that forms set by its own name.
        String name = property.name().equals("name") ? "case_name" : property.name();
        ObjectNode value = JSON.createObjectNode().put("property", name);
        return property.dataType() == DataType.DATE
                ? value.put("as", "date")
                : property.dataType() == DataType.NUMBER ? value.put("as", "number") : value;
    }

    /** What is read and made here was checked when it was said. */
    private enum Unbounded implements Budget {
        BUDGET;

        @Override
        public void check() {}

        @Override
        public Optional<String> excess() {
            return Optional.empty();
        }
    }
}

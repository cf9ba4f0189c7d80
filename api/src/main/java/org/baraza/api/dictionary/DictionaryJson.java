// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.dictionary;

import java.util.List;
import java.util.Map;
import org.baraza.api.pages.EmptyText;
import org.baraza.dictionary.CaseProperty;
import org.baraza.dictionary.DataType;
import org.baraza.dictionary.DescribedType;
import org.baraza.dictionary.PropertyGroup;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The dictionary as CommCare HQ writes it (app model, section 13). */
final class DictionaryJson {
    private DictionaryJson() {}

    /** @param menus how many menus are about each type */
    static ObjectNode of(List<DescribedType> types, Map<String, Integer> menus) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ArrayNode list = json.putArray("case_types");
        types.forEach(type -> type(list.addObject(), type, menus.getOrDefault(type.name(), 0)));
        return json.put("geo_case_property", "gps_point");
    }

    private static void type(ObjectNode json, DescribedType type, int menus) {
        json.put("name", type.name());
        json.put("fhir_resource_type", EmptyText.orNull(type.type().fhirResourceType()));
        json.put("is_deprecated", type.type().deprecated());
        json.put("module_count", menus);
        json.put("is_safe_to_delete", type.safeToDelete());
        json.putArray("properties");
        ArrayNode groups = json.putArray("groups");
        for (PropertyGroup group : type.groups()) {
            ObjectNode one = groups.addObject()
                    .put("id", group.number())
                    .put("name", group.name())
                    .put("description", group.description())
                    .put("deprecated", group.deprecated());
            properties(one, type.propertiesOf(group.name()));
        }
        properties(groups.addObject().put("name", ""), type.propertiesOf(""));
    }

    private static void properties(ObjectNode group, List<CaseProperty> properties) {
        ArrayNode list = group.putArray("properties");
        for (CaseProperty property : properties) {
            ObjectNode json = list.addObject()
                    .put("id", property.number())
                    .put("name", property.name())
                    .put("label", property.label())
                    .put("description", property.description())
                    .put("deprecated", property.deprecated())
                    .put("is_safe_to_delete", !property.inData())
                    .put("fhir_resource_prop_path", EmptyText.orNull(property.fhirPath()))
                    .put("data_type", property.dataType().wireName());
            if (property.dataType() == DataType.SELECT
                    || !property.allowedValues().isEmpty()) {
                ObjectNode allowed = json.putObject("allowed_values");
                property.allowedValues().forEach(value -> allowed.put(value.value(), value.description()));
            }
        }
    }
}

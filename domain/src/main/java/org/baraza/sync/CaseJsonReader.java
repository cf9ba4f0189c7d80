// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.xml.XmlNames;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of a case row without building a tree. Its lists serve one case after the other. */
final class CaseJsonReader {
    /** Said by elements of their own; a property of such a name would overwrite them on the device. */
    private static final Set<String> FIELDS =
            Set.of("case_type", "case_name", "owner_id", "external_id", "date_opened");

    private static final int MOST_NAMES = 2_000;

    private final JsonMapper json = JsonMapper.shared();
    private final List<Property> properties = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    /** Whether names can be elements; a payload has few of them. */
    private final Map<String, Boolean> names = new HashMap<>();

    private record Property(String name, String value) {}

    /** @param target empty when the link was removed */
    record Link(String name, String caseType, String target, String relationship) {
        boolean isExtension() {
            return relationship.equals("extension");
        }
    }

    /** Takes a property. */
    interface Visitor {
        void visit(String name, String value) throws IOException;
    }

    /**
     * Custom properties by name. Names that no XML element can have are left out: no device could hold or show such a
     * property, and one of them in the payload would keep all other cases off the phone.
     */
    void properties(String object, Visitor visitor) throws IOException {
        properties.clear();
        if (names.size() > MOST_NAMES) {
            names.clear();
        }
        try (JsonParser parser = json.createParser(object)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                String value = value(parser);
                if (names.computeIfAbsent(name, CaseJsonReader::canBeElement)) {
                    properties.add(new Property(name, value));
                }
            }
        }
        properties.sort(Comparator.comparing(Property::name));
        for (Property property : properties) {
            visitor.visit(property.name(), property.value());
        }
    }

    /** Whether devices can be told of a property of this name. */
    static boolean canBeElement(String name) {
        return XmlNames.isName(name) && name.indexOf(':') < 0 && !FIELDS.contains(name);
    }

    /** Links by name, removed ones included. */
    List<Link> links(String array) {
        links.clear();
        if (array.length() > 2) {
            try (JsonParser parser = json.createParser(array)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    links.add(link(parser));
                }
            }
            links.sort(Comparator.comparing(Link::name));
        }
        return links;
    }

    private static Link link(JsonParser parser) {
        String name = "";
        String caseType = "";
        String target = "";
        String relationship = "";
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            String value = value(parser);
            switch (key) {
                case "id" -> name = value;
                case "type" -> caseType = value;
                case "target" -> target = value;
                case "rel" -> relationship = value;
                default -> {}
            }
        }
        return new Link(name, caseType, target, relationship);
    }

    /** Devices take flat text only. */
    private static String value(JsonParser parser) {
        JsonToken token = parser.nextToken();
        if (token.isStructStart()) {
            parser.skipChildren();
            return "";
        }
        return token == JsonToken.VALUE_NULL ? "" : parser.getString();
    }
}

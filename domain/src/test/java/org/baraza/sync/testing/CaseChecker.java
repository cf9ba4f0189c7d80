// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync.testing;

import static org.baraza.sync.testing.RestoreChecker.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baraza.sync.testing.RestoreChecker.Xml;
import org.w3c.dom.Element;

/** Takes one case of a restore as the strictest device would. */
final class CaseChecker {
    private static final int LONGEST = 255;

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> links = new LinkedHashMap<>();
    private final Map<String, String> relationships = new LinkedHashMap<>();
    private final List<String> parts = new ArrayList<>();

    private CaseChecker() {}

    static RestoredCase check(Element element, boolean held) {
        return new CaseChecker().read(element, held);
    }

    private RestoredCase read(Element element, boolean held) {
        String caseId = element.getAttribute("case_id");
        require(!caseId.isEmpty(), "case without case_id");
        require(element.hasAttribute("user_id"), "case without user_id");
        requireTimestamp(element.getAttribute("date_modified"));
        for (Element part : Xml.children(element)) {
            parts.add(part.getLocalName());
            switch (part.getLocalName()) {
                case "create" -> create(part);
                case "update" -> update(part);
                case "index" -> index(caseId, part);
                case "close" -> require(Xml.children(part).isEmpty(), "close must be empty");
                default -> throw new RestoreRefused("unknown part of a case: " + part.getLocalName());
            }
        }
        require(
                List.of("create", "update", "index", "close").stream()
                        .filter(parts::contains)
                        .toList()
                        .equals(parts),
                "parts of a case in wrong order: " + parts);
        require(
                parts.contains("create") != held,
                "create for a case that is here, or none for one that is not: " + caseId);
        return new RestoredCase(
                caseId,
                fields.getOrDefault("case_type", ""),
                fields.getOrDefault("case_name", ""),
                fields.getOrDefault("owner_id", ""),
                fields.getOrDefault("external_id", ""),
                fields.getOrDefault("date_opened", ""),
                element.getAttribute("date_modified"),
                element.getAttribute("user_id"),
                parts.contains("close"),
                properties,
                links,
                relationships);
    }

    private void create(Element part) {
        for (Element child : Xml.children(part)) {
            require(
                    List.of("case_type", "case_name", "owner_id").contains(child.getLocalName()),
                    "create must not hold " + child.getLocalName());
            field(child);
        }
        require(fields.size() == 3, "create must hold type, name and owner");
        require(!fields.getOrDefault("owner_id", "").isEmpty(), "a case must have an owner");
    }

    private void update(Element part) {
        for (Element child : Xml.children(part)) {
            if (List.of("case_type", "case_name", "owner_id", "external_id", "date_opened")
                    .contains(child.getLocalName())) {
                field(child);
            } else {
                require(
                        properties.put(child.getLocalName(), Xml.flatText(child)) == null,
                        "property " + child.getLocalName() + " stands twice");
            }
        }
        String opened = fields.getOrDefault("date_opened", "");
        require(opened.isEmpty() || opened.matches("\\d{4}-\\d\\d-\\d\\d"), "date_opened with a time becomes empty");
    }

    private void field(Element child) {
        String text = Xml.flatText(child);
        require(text.length() <= LONGEST, child.getLocalName() + " is longer than " + LONGEST);
        require(fields.put(child.getLocalName(), text) == null, child.getLocalName() + " stands twice");
    }

    private void index(String caseId, Element part) {
        for (Element link : Xml.children(part)) {
            require(link.hasAttribute("case_type"), "index without case_type");
            String relationship = link.getAttribute("relationship");
            require(!link.hasAttribute("relationship") || !relationship.isEmpty(), "empty relationship");
            String target = Xml.flatText(link);
            require(!target.equals(caseId), "a case that points to itself");
            require(links.put(link.getLocalName(), target) == null, "index " + link.getLocalName() + " stands twice");
            if (!target.isEmpty()) {
                relationships.put(link.getLocalName(), relationship.isEmpty() ? "child" : relationship);
            }
        }
    }

    static void requireTimestamp(String text) {
        require(text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z"), "no timestamp: " + text);
    }
}

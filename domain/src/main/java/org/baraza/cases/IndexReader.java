// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.util.List;
import org.baraza.cases.ContentError.Name;
import org.baraza.xml.XmlElement;

/** Reads the index part of a case block (device protocol: indices). */
final class IndexReader {
    private static final int LONGEST = 255;

    private IndexReader() {}

    static List<CaseIndex> read(String caseId, XmlElement part) {
        return part.children().stream().map(index -> index(caseId, index)).toList();
    }

    private static CaseIndex index(String caseId, XmlElement element) {
        String target = element.text().strip();
        String type = element.attribute("case_type").orElse("");
        if (!target.isEmpty() && element.attribute("case_type").isEmpty()) {
            throw wrong(caseId, element, "has no case_type");
        }
        if (tooLong(target) || tooLong(type) || tooLong(element.name())) {
            throw wrong(caseId, element, "is longer than " + LONGEST + " characters");
        }
        String relationship = element.attribute("relationship").orElse("");
        return new CaseIndex(
                element.name(),
                type,
                target,
                relationship.isEmpty()
                        ? Relationship.CHILD
                        : Relationship.ofWireName(relationship)
                                .orElseThrow(() -> wrong(
                                        caseId, element, "has a relationship that is neither child nor extension")));
    }

    private static boolean tooLong(String text) {
        return text.codePointCount(0, text.length()) > LONGEST;
    }

    private static ContentRefused wrong(String caseId, XmlElement element, String what) {
        return new ContentRefused(Name.InvalidCaseIndex, "index " + element.name() + " of case " + caseId + " " + what);
    }
}

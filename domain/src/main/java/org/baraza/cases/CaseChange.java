// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.xml.Timestamps;
import org.baraza.xml.XmlNames;
import org.baraza.xml.XmlWriter;

/**
 * One case block, to be written (device protocol: case XML version 2); {@link CaseBlockReader} reads it again. Begin with
 * {@link #create}, {@link #update} or {@link #close} and add to it; each addition is a block of its own.
 *
 * <p>Values mean what they mean in case XML: {@code owner_id} or {@code case_name} among the updates change the owner or the
 * name, everything that case XML does not know is a property, and an empty text empties.
 *
 * @param creation the fields of a new case; empty for one that is there
 * @param indices links by their names
 */
public record CaseChange(
        String caseId,
        SequencedMap<String, String> creation,
        SequencedMap<String, String> updates,
        SequencedMap<String, CaseIndex> indices,
        boolean closes) {
    private static final String NAMESPACE = "http://commcarehq.org/case/transaction/v2";

    /** A new case. */
    public static CaseChange create(String caseId, String type, String name, String ownerId) {
        SequencedMap<String, String> creation = new LinkedHashMap<>();
        creation.put(CaseField.TYPE.elementName(), type);
        creation.put(CaseField.NAME.elementName(), name);
        creation.put(CaseField.OWNER_ID.elementName(), ownerId);
        return new CaseChange(caseId, creation, new LinkedHashMap<>(), new LinkedHashMap<>(), false);
    }

    /** A case that is there; without any addition it is touched and no more. */
    public static CaseChange update(String caseId) {
        return new CaseChange(caseId, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), false);
    }

    /** The end of a case. */
    public static CaseChange close(String caseId) {
        return update(caseId).closing();
    }

    /** @throws Refused if the name cannot be that of an XML element */
    public CaseChange set(String name, String value) {
        return set(Map.of(name, value));
    }

    public CaseChange set(Map<String, String> values) {
        SequencedMap<String, String> more = new LinkedHashMap<>(updates);
        values.forEach((name, value) -> {
            requireName("properties", name);
            more.put(name, value);
        });
        return new CaseChange(caseId, creation, more, indices, closes);
    }

    public CaseChange externalId(String value) {
        return set(CaseField.EXTERNAL_ID.elementName(), value);
    }

    public CaseChange ownedBy(String ownerId) {
        return set(CaseField.OWNER_ID.elementName(), ownerId);
    }

    /** @param targetType type of the case pointed to */
    public CaseChange link(String identifier, String targetType, String targetId, Relationship relationship) {
        return link(new CaseIndex(identifier, targetType, targetId, relationship));
    }

    /** A link; one without a target removes the link of that name. */
    public CaseChange link(CaseIndex index) {
        requireName("indices", index.identifier());
        SequencedMap<String, CaseIndex> more = new LinkedHashMap<>(indices);
        more.put(index.identifier(), index);
        return new CaseChange(caseId, creation, updates, more, closes);
    }

    public CaseChange closing() {
        return new CaseChange(caseId, creation, updates, indices, true);
    }

    private static void requireName(String field, String name) {
        if (!XmlNames.isName(name) || name.contains(":")) {
            throw new Refused(Problem.Invalid.field(
                    field + "." + name, "INVALID_NAME", "A name begins with a letter and has no blanks."));
        }
    }

    /** Writes the block as the work of a user at some time. */
    public void writeTo(XmlWriter xml, String userId, Instant at) throws IOException {
        xml.start("case")
                .attribute("xmlns", NAMESPACE)
                .attribute("case_id", caseId)
                .attribute("user_id", userId)
                .attribute("date_modified", Timestamps.format(at));
        write(xml, "create", creation);
        write(xml, "update", updates);
        writeIndices(xml);
        if (closes) {
            xml.start("close").end();
        }
        xml.end();
    }

    private static void write(XmlWriter xml, String part, SequencedMap<String, String> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        xml.start(part);
        for (Map.Entry<String, String> value : values.entrySet()) {
            xml.element(value.getKey(), value.getValue());
        }
        xml.end();
    }

    private void writeIndices(XmlWriter xml) throws IOException {
        if (indices.isEmpty()) {
            return;
        }
        xml.start("index");
        for (CaseIndex index : indices.values()) {
            xml.start(index.identifier()).attribute("case_type", index.caseType());
            if (index.relationship() != Relationship.CHILD) {
                xml.attribute("relationship", index.relationship().wireName());
            }
            xml.text(index.targetId()).end();
        }
        xml.end();
    }
}

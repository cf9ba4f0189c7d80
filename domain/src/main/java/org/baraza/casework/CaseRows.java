// SPDX-License-Identifier: Apache-2.0
package org.baraza.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.baraza.cases.Relationship;
import org.baraza.casework.CaseUpdate.Aim;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.xml.XmlNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads in JSON what is wanted of cases (data API: case write). Refusals are in the words of CommCare HQ. */
public final class CaseRows {
    private static final int MOST = 100;
    private static final Set<String> FIELDS =
            Set.of("case_id", "case_type", "case_name", "external_id", "owner_id", "properties", "indices", "close");
    private static final Set<String> BUILT_IN =
            Set.of("case_id", "case_type", "case_name", "external_id", "owner_id", "date_opened");
    private static final String CREATE = "create";
    private static final String TEMPORARY = "temporary_id";

    private CaseRows() {}

    private static Refused invalid(String field, String message) {
        return new Refused(Problem.Invalid.field(field, "UPDATE_INVALID", message));
    }

    /** One case, new or known by an id in the body. */
    public static CaseUpdate single(JsonNode row, Aim aim) {
        return update(row, aim, aim == Aim.CREATE ? Set.of(TEMPORARY) : Set.of());
    }

    /** The case of the path. */
    public static CaseUpdate ofCase(String caseId, ObjectNode row) {
        @Nullable String named = text(row, "case_id");
        if (named != null && !named.equals(caseId)) {
            throw invalid("case_id", "The case_id of the body is not that of the path.");
        }
        return single(row.put("case_id", caseId), Aim.UPDATE);
    }

    /** Rows that each say whether they make their case. All that cannot be read are named. */
    public static List<CaseUpdate> rows(JsonNode rows) {
        if (rows.size() > MOST) {
            throw invalid("body", "You cannot submit more than " + MOST + " updates in a single request");
        }
        List<CaseUpdate> updates = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            try {
                updates.add(row(rows.get(row)));
            } catch (Refused refused) {
                errors.add(
                        "Error in row " + (row + 1) + ": " + refused.problem().message());
            }
        }
        if (!errors.isEmpty()) {
            throw invalid("body", String.join("; ", errors));
        }
        return updates;
    }

    private static CaseUpdate row(JsonNode row) {
        JsonNode create = row.path(CREATE);
        if (create.isMissingNode()) {
            throw invalid(CREATE, "A 'create' flag is required for each update.");
        }
        if (create.isNull()) {
            return update(row, Aim.UPSERT, Set.of(CREATE));
        }
        if (!create.isBoolean()) {
            throw invalid(CREATE, "A 'create' flag is required for each update.");
        }
        return create.booleanValue()
                ? update(row, Aim.CREATE, Set.of(CREATE, TEMPORARY))
                : update(row, Aim.UPDATE, Set.of(CREATE));
    }

    private static CaseUpdate update(JsonNode row, Aim aim, Set<String> more) {
        if (!row.isObject()) {
            throw invalid("body", "Payload must be a JSON object or a list of them");
        }
        for (String name : row.propertyNames()) {
            if (!FIELDS.contains(name) && !more.contains(name)) {
                throw invalid(name, "'" + name + "' is not a valid field.");
            }
        }
        @Nullable String caseId = aim == Aim.CREATE ? text(row, "case_id") : id(row, "case_id");
        @Nullable String externalId = text(row, "external_id");
        boolean named = aim != Aim.CREATE && caseId == null;
        return new CaseUpdate(
                aim,
                caseId,
                named ? id(row, "external_id") : null,
                text(row, TEMPORARY),
                named && aim == Aim.UPDATE ? null : externalId,
                text(row, "case_type"),
                text(row, "case_name"),
                text(row, "owner_id"),
                properties(row.path("properties")),
                indices(row.path("indices")),
                closes(row.path("close")));
    }

    /** What is empty names nothing. */
    private static @Nullable String id(JsonNode row, String name) {
        @Nullable String id = text(row, name);
        return id == null || id.isEmpty() ? null : id;
    }

    private static @Nullable String text(JsonNode row, String name) {
        JsonNode value = row.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw invalid(
                    name,
                    "Error with case property '" + name + "'. Values must be strings, received '" + PythonText.of(value)
                            + "'");
        }
        return written(name, value.stringValue());
    }

    /** What no form can hold is refused, before it would be kept as something else. */
    private static String written(String name, String value) {
        if (!value.codePoints().allMatch(CaseRows::isCharacter)) {
            throw invalid(name, "Error with case property '" + name + "'. It has a character that XML does not allow.");
        }
        return value;
    }

    private static boolean isCharacter(int c) {
        boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }

    private static boolean closes(JsonNode close) {
        if (!close.isMissingNode() && !close.isNull() && !close.isBoolean()) {
            throw invalid("close", "'close' must be true or false.");
        }
        return close.asBoolean(false);
    }

    private static Map<String, String> properties(JsonNode properties) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!properties.isMissingNode() && !properties.isNull() && !properties.isObject()) {
            throw invalid("properties", "'properties' must be a JSON object.");
        }
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            String name = property.getKey();
            String start = "Error with case property '" + name + "'. ";
            if (!isIdentifier(name)) {
                throw invalid("properties", start + "Case property names must be valid XML identifiers.");
            }
            if (BUILT_IN.contains(name)) {
                throw invalid("properties", start + "It is not among the properties but beside them.");
            }
            if (!property.getValue().isString()) {
                throw invalid(
                        "properties",
                        start + "Values must be strings, received '" + PythonText.of(property.getValue()) + "'");
            }
            values.put(name, written(name, property.getValue().stringValue()));
        }
        return values;
    }

    private static Map<String, IndexUpdate> indices(JsonNode indices) {
        Map<String, IndexUpdate> updates = new LinkedHashMap<>();
        if (!indices.isMissingNode() && !indices.isNull() && !indices.isObject()) {
            throw invalid("indices", "'indices' must be a JSON object.");
        }
        for (Map.Entry<String, JsonNode> index : indices.properties()) {
            if (!isIdentifier(index.getKey())) {
                throw invalid(
                        "indices",
                        "Error with index '" + index.getKey() + "'. Index names must be valid XML identifiers.");
            }
            updates.put(index.getKey(), index(index.getValue()));
        }
        return updates;
    }

    private static IndexUpdate index(JsonNode index) {
        @Nullable String caseId = id(index, "case_id");
        @Nullable String externalId = id(index, "external_id");
        @Nullable String temporaryId = id(index, TEMPORARY);
        long named = Stream.of(
                        Optional.ofNullable(caseId), Optional.ofNullable(externalId), Optional.ofNullable(temporaryId))
                .filter(Optional::isPresent)
                .count();
        if (named == 0) {
            return new IndexUpdate.Removed();
        }
        if (named > 1) {
            throw invalid("indices", "Indices must specify case_id, external_id, or temporary ID, and only one");
        }
        @Nullable String type = text(index, "case_type");
        if (type == null || type.isEmpty()) {
            throw invalid("indices", "Property case_type is required when creating or updating case indices");
        }
        @Nullable String relationshipName = id(index, "relationship");
        if (relationshipName == null) {
            throw invalid("indices", "Property relationship is required when creating or updating case indices");
        }
        Relationship relationship = Stream.of(Relationship.values())
                .filter(each -> each.wireName().equals(relationshipName))
                .findFirst()
                .orElseThrow(() -> invalid("indices", "Property relationship must be 'child' or 'extension'."));
        if (caseId != null) {
            return new IndexUpdate.To(IndexUpdate.By.CASE_ID, caseId, type, relationship);
        }
        return externalId != null
                ? new IndexUpdate.To(IndexUpdate.By.EXTERNAL_ID, externalId, type, relationship)
                : new IndexUpdate.To(IndexUpdate.By.TEMPORARY_ID, String.valueOf(temporaryId), type, relationship);
    }

    private static boolean isIdentifier(String name) {
        return XmlNames.isName(name) && name.indexOf(':') < 0;
    }
}

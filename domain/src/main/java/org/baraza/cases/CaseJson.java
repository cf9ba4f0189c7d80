// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.baraza.cases.CaseReport.CaseWork;
import org.baraza.xml.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Case records as the JSON that the database functions take and give; keys are column names. */
final class CaseJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private CaseJson() {}

    static ObjectNode row(CaseState state) {
        ObjectNode row = JSON.createObjectNode();
        row.put("case_id", state.caseId());
        row.put("case_no", state.caseNo());
        row.put("type", state.type());
        row.put("name", state.name());
        row.put("owner_id", state.ownerId());
        row.put("external_id", state.externalId());
        row.put("location_id", state.locationId());
        row.put("closed", state.closed());
        row.put("opened_on", text(state.openedOn()));
        row.put("opened_by", state.openedBy());
        row.put("modified_on", text(state.modifiedOn()));
        row.put("modified_by", state.modifiedBy());
        row.put("closed_on", text(state.closedOn()));
        row.put("closed_by", state.closedBy());
        row.put("server_modified_on", text(state.serverModifiedOn()));
        row.put("deleted_on", text(state.deletedOn()));
        row.put("deletion_id", state.deletionId());
        row.set("properties", strings(state.properties()));
        if (!state.formerProperties().isEmpty()) {
            row.set("former_properties", names(state.formerProperties()));
        }
        row.set("indices", indices(state.indices()));
        row.put("last_ordinal", state.lastOrdinal());
        return row;
    }

    static List<CaseState> states(String json) {
        List<CaseState> states = new ArrayList<>();
        JSON.readTree(json).forEach(row -> states.add(state(row)));
        return states;
    }

    static List<String> ids(String json) {
        return texts(JSON.readTree(json));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static CaseState state(JsonNode row) {
        return new CaseState(
                row.path("case_id").asString(),
                row.path("case_no").asInt(),
                row.path("type").asString(),
                row.path("name").asString(),
                row.path("owner_id").asString(),
                nullable(row, "external_id"),
                nullable(row, "location_id"),
                row.path("closed").asBoolean(),
                instant(row, "opened_on"),
                nullable(row, "opened_by"),
                instant(row, "modified_on"),
                nullable(row, "modified_by"),
                instant(row, "closed_on"),
                nullable(row, "closed_by"),
                OffsetDateTime.parse(row.path("server_modified_on").asString()).toInstant(),
                instant(row, "deleted_on"),
                nullable(row, "deletion_id"),
                strings(row.path("properties")),
                texts(row.path("former_properties")),
                indices(row.path("indices")),
                row.path("last_ordinal").asInt());
    }

    static ObjectNode row(CaseTransaction step) {
        ObjectNode row = JSON.createObjectNode();
        row.put("case_id", step.caseId());
        row.put("ordinal", step.ordinal());
        row.put("form_id", step.formId());
        row.put("type", step.type());
        row.put("revoked", step.revoked());
        row.put("sync_log_id", step.syncLogId());
        row.put("server_date", text(step.serverDate()));
        row.put("client_date", text(step.clientDate()));
        row.put("user_id", step.userId());
        if (step.formId() != null || !step.work().isNothing()) {
            row.set("blocks", work(step.work()));
        }
        return row;
    }

    static ObjectNode link(String caseId, CaseIndex index) {
        ObjectNode row = JSON.createObjectNode();
        row.put("case_id", caseId);
        row.put("identifier", index.identifier());
        row.put("target_id", index.targetId());
        row.put("case_type", index.caseType());
        row.put("relationship", index.relationship().wireName());
        return row;
    }

    /** Blocks as the history keeps them: short keys, nothing that is empty. */
    static ObjectNode work(CaseWork work) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode blocks = node.putArray("blocks");
        work.blocks().forEach(block -> blocks.add(block(block)));
        if (!work.ledgers().isEmpty()) {
            ArrayNode ledgers = node.putArray("ledgers");
            work.ledgers().forEach(change -> ledgers.add(ledger(change)));
        }
        return node;
    }

    static CaseWork work(String caseId, @Nullable String json) {
        if (json == null) {
            return CaseWork.NONE;
        }
        JsonNode node = JSON.readTree(json);
        List<CaseBlock> blocks = new ArrayList<>();
        node.path("blocks").forEach(block -> blocks.add(block(caseId, block)));
        List<LedgerChange> ledgers = new ArrayList<>();
        node.path("ledgers").forEach(change -> ledgers.add(ledger(caseId, change)));
        return new CaseWork(blocks, ledgers);
    }

    private static ObjectNode block(CaseBlock block) {
        ObjectNode node = JSON.createObjectNode();
        node.put("user", block.userId());
        node.put("date", Timestamps.format(block.modifiedOn()));
        putIfTrue(node, "create", block.creates());
        putIfTrue(node, "update", block.updates());
        putIfTrue(node, "close", block.closes());
        putIfTrue(node, "attach", block.attaches());
        if (!block.values().isEmpty()) {
            ObjectNode values = node.putObject("values");
            block.values().forEach((field, value) -> values.put(field.elementName(), value));
        }
        if (!block.properties().isEmpty()) {
            node.set("properties", strings(block.properties()));
        }
        if (!block.indices().isEmpty()) {
            node.set("indices", indices(block.indices()));
        }
        return node;
    }

    private static CaseBlock block(String caseId, JsonNode node) {
        SequencedMap<CaseField, String> values = new LinkedHashMap<>();
        node.path("values")
                .properties()
                .forEach(value -> CaseField.inUpdate(value.getKey())
                        .ifPresent(field -> values.put(field, value.getValue().asString())));
        return new CaseBlock(
                caseId,
                node.path("user").asString(),
                Instant.parse(node.path("date").asString()),
                node.path("create").asBoolean(false),
                node.path("update").asBoolean(false),
                node.path("close").asBoolean(false),
                values,
                strings(node.path("properties")),
                indices(node.path("indices")),
                node.path("attach").asBoolean(false));
    }

    private static ObjectNode ledger(LedgerChange change) {
        ObjectNode node = JSON.createObjectNode();
        node.put("section", change.sectionId());
        node.put("entry", change.entryId());
        node.put(change.sets() ? "sets" : "adds", change.quantity().toPlainString());
        return node;
    }

    private static LedgerChange ledger(String caseId, JsonNode node) {
        boolean sets = node.has("sets");
        return new LedgerChange(
                caseId,
                node.path("section").asString(),
                node.path("entry").asString(),
                sets,
                new BigDecimal(node.path(sets ? "sets" : "adds").asString()));
    }

    private static ArrayNode indices(List<CaseIndex> indices) {
        ArrayNode array = JSON.createArrayNode();
        for (CaseIndex index : indices) {
            ObjectNode node = array.addObject();
            node.put("id", index.identifier());
            node.put("type", index.caseType());
            node.put("target", index.targetId());
            node.put("rel", index.relationship().wireName());
        }
        return array;
    }

    static List<CaseIndex> indices(JsonNode array) {
        List<CaseIndex> indices = new ArrayList<>();
        array.forEach(node -> indices.add(new CaseIndex(
                node.path("id").asString(),
                node.path("type").asString(),
                node.path("target").asString(),
                Relationship.ofWireName(node.path("rel").asString()).orElseThrow())));
        return indices;
    }

    static List<CaseIndex> indices(String json) {
        return indices(JSON.readTree(json));
    }

    private static ArrayNode names(List<String> names) {
        ArrayNode array = JSON.createArrayNode();
        names.forEach(array::add);
        return array;
    }

    static ObjectNode strings(Map<String, String> map) {
        ObjectNode node = JSON.createObjectNode();
        map.forEach(node::put);
        return node;
    }

    static SequencedMap<String, String> strings(String json) {
        return strings(JSON.readTree(json));
    }

    private static SequencedMap<String, String> strings(JsonNode node) {
        SequencedMap<String, String> map = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asString()));
        return map;
    }

    private static void putIfTrue(ObjectNode node, String key, boolean value) {
        if (value) {
            node.put(key, true);
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : Timestamps.format(instant);
    }

    private static @Nullable String nullable(JsonNode row, String key) {
        JsonNode value = row.path(key);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    private static @Nullable Instant instant(JsonNode row, String key) {
        String text = nullable(row, key);
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.NumberedChange;
import org.baraza.persistence.tenancy.ProjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A change as it stands in the topic: JSON, as docs/operations.md tells those who read it elsewhere. */
final class ChangeMessage {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeMessage.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private ChangeMessage() {}

    /** Changes with the same key stay in order. */
    static String key(NumberedChange change) {
        return change.project() + "/" + change.documentId();
    }

    static byte[] write(NumberedChange change) {
        ObjectNode message = JSON.createObjectNode();
        message.put("position", change.position());
        message.put("project", change.project().toString());
        message.put("kind", change.kind().wireName());
        message.put("documentId", change.documentId());
        ArrayNode caseIds = message.putArray("caseIds");
        change.caseIds().forEach(caseIds::add);
        message.put("at", change.at().toString());
        return JSON.writeValueAsBytes(message);
    }

    /** Empty when it is none: whoever else writes into the topic holds nobody up. */
    static Optional<NumberedChange> of(ConsumerRecord<String, byte[]> message) {
        try {
            return Optional.of(read(message.value()));
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("partition", message.partition())
                    .addKeyValue("offset", message.offset())
                    .log("feed.message_unreadable");
            return Optional.empty();
        }
    }

    private static NumberedChange read(byte[] value) {
        JsonNode message = JSON.readTree(value);
        List<String> caseIds = new ArrayList<>();
        message.required("caseIds").forEach(id -> caseIds.add(id.asString()));
        return new NumberedChange(
                message.required("position").asLong(),
                new ProjectId(UUID.fromString(message.required("project").asString())),
                Change.Kind.ofWireName(message.required("kind").asString()),
                message.required("documentId").asString(),
                List.copyOf(caseIds),
                Instant.parse(message.required("at").asString()));
    }
}

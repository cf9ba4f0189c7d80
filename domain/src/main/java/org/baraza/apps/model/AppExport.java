// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Gives an app out as one document with the sources of its forms in it (app model, section 9). Forms and reports get
 * fresh ids, so that what is imported again can never be taken for the same form.
 */
public final class AppExport {
    private final Map<String, String> fresh = new HashMap<>();

    private AppExport() {}

    /** The document to hand out; the one given is left alone. */
    public static ObjectNode source(ObjectNode document, FormSources sources, Supplier<String> newIds) {
        AppExport export = new AppExport();
        export.renew(document, newIds);
        ObjectNode out = (ObjectNode) export.renewed(document);
        Volatile.ofApp().forEach(out::remove);
        ObjectNode attachments = out.putObject("_attachments");
        App.of(document)
                .forms()
                .forEach(form -> sources.of(form.uniqueId())
                        .ifPresent(source -> attachments.put(
                                export.fresh.getOrDefault(form.uniqueId(), form.uniqueId()) + ".xml", source)));
        return out;
    }

    private void renew(ObjectNode document, Supplier<String> newIds) {
        for (JsonNode module : document.path("modules")) {
            for (JsonNode form : module.path("forms")) {
                remember(Read.text(form, "unique_id"), newIds);
            }
            for (JsonNode report : module.path("report_configs")) {
                remember(Read.text(report, "uuid"), newIds);
            }
        }
    }

    private void remember(String id, Supplier<String> newIds) {
        if (!id.isBlank()) {
            fresh.computeIfAbsent(id, known -> newIds.get());
        }
    }

    private JsonNode renewed(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties()
                        .forEach(member -> copy.set(
                                fresh.getOrDefault(member.getKey(), member.getKey()), renewed(member.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> copy.add(renewed(item)));
                yield copy;
            }
            case StringNode text ->
                JsonNodeFactory.instance.stringNode(fresh.getOrDefault(text.stringValue(), text.stringValue()));
            default -> node;
        };
    }
}

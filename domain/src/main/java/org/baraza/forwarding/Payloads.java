// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.forwarding.Workshop.Purpose;
import org.baraza.forwarding.spi.FlawedScript.Flaw;
import org.baraza.forwarding.spi.Format;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.PayloadFormat;
import org.baraza.forwarding.spi.Transformation;
import org.baraza.forwarding.spi.Transformation.Source;
import org.baraza.forwarding.wire.WireAnswer;
import org.baraza.persistence.tenancy.Outage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Makes what is sent, in nobody's name. */
public final class Payloads {
    private static final String NO_FORMAT = "There is no such format any more.";

    private final ForwarderTypes types;
    private final ServerAccess server;
    private final Workshop workshop = new Workshop();

    public Payloads(ForwarderTypes types, ServerAccess server) {
        this.types = types;
        this.server = server;
    }

    /** What came of making a payload. */
    sealed interface Making {
        record Made(Payload payload) implements Making {}

        record Failed(String reason) implements Making {}

        /** There is no such document any more. */
        record Gone() implements Making {}

        /** There was no time for it. */
        record Later() implements Making {}
    }

    /** Why a script cannot be used by a format of a type; empty when it can, or the format needs none. */
    List<Flaw> flaws(Recipe recipe) {
        return types.format(recipe.type(), recipe.format()).orElse(null) instanceof Transformation transformation
                ? workshop.flaws(transformation, recipe.script())
                : List.of();
    }

    /**
     * Of each document: what is sent, or why it cannot be made. One that fails leaves the others alone. Throws when that is for
     * now only and says nothing about the documents.
     */
    Map<String, Making> make(Recipe recipe, Collection<String> payloadIds, Purpose purpose) {
        @Nullable Format format = types.format(recipe.type(), recipe.format()).orElse(null);
        return switch (format) {
            case null -> failed(payloadIds);
            case PayloadFormat plain -> plain(plain, payloadIds);
            case Transformation transformation ->
                types.source(transformation, recipe.type())
                        .map(source -> transformed(transformation, recipe.script(), plain(source, payloadIds), purpose))
                        .orElseGet(() -> failed(payloadIds));
        };
    }

    private static Map<String, Making> failed(Collection<String> payloadIds) {
        Map<String, Making> makings = new LinkedHashMap<>();
        payloadIds.forEach(id -> makings.put(id, new Making.Failed(NO_FORMAT)));
        return makings;
    }

    private Map<String, Making> plain(PayloadFormat format, Collection<String> payloadIds) {
        Map<String, Making> makings = new LinkedHashMap<>();
        try {
            Map<String, Payload> made = format.payloads(server.here(), payloadIds);
            payloadIds.forEach(id -> makings.put(id, making(made.get(id))));
        } catch (RuntimeException e) {
            rethrowWhatPasses(e);
            payloadIds.forEach(id -> makings.put(id, alone(format, id, e, payloadIds.size() == 1)));
        }
        return makings;
    }

    private static Making making(@Nullable Payload payload) {
        return payload == null ? new Making.Gone() : new Making.Made(payload);
    }

    private Making alone(PayloadFormat format, String id, RuntimeException inCompany, boolean wasAlone) {
        if (wasAlone) {
            return new Making.Failed(reason(inCompany));
        }
        try {
            return making(format.payloads(server.here(), List.of(id)).get(id));
        } catch (RuntimeException e) {
            rethrowWhatPasses(e);
            return new Making.Failed(reason(e));
        }
    }

    private static void rethrowWhatPasses(RuntimeException e) {
        if (Outage.isPassing(e)) {
            throw e;
        }
    }

    private static String reason(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getSimpleName() + ": " + e.getMessage() + (trace.length == 0 ? "" : "\n  at " + trace[0]);
    }

    private Map<String, Making> transformed(
            Transformation transformation, String script, Map<String, Making> documents, Purpose purpose) {
        String project = server.here().projectName();
        List<Source> sources = new ArrayList<>();
        Map<String, Making> makings = new LinkedHashMap<>();
        documents.forEach((id, making) -> {
            if (making instanceof Making.Made(Payload plain)) {
                json(plain)
                        .ifPresentOrElse(
                                json -> sources.add(new Source(project, id, json, plain)),
                                () -> makings.put(id, new Making.Failed("It was kept as no script can read it.")));
            } else {
                makings.put(id, making);
            }
        });
        makings.putAll(workshop.make(transformation, script, sources, purpose));
        return makings;
    }

    /** Whether something becomes of answers that a forwarder gets. */
    boolean hearsAnswers(Recipe recipe) {
        return types.format(recipe.type(), recipe.format()).orElse(null) instanceof Transformation transformation
                && transformation.hearsAnswers(recipe.script());
    }

    /** What a script that hears answers makes of one, as {@link Transformation.Script#answered} has it. */
    Making answered(Recipe recipe, String payloadId, boolean success, WireAnswer.Answered answer) {
        Optional<Transformation> known = types.format(recipe.type(), recipe.format())
                .filter(Transformation.class::isInstance)
                .map(Transformation.class::cast);
        if (known.isEmpty()) {
            return new Making.Failed(NO_FORMAT);
        }
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("domain", server.here().projectName())
                .put("success", success);
        json.putObject("payload")
                .put("id", payloadId)
                .set("doc", document(known.get(), recipe.type(), payloadId).orElse(null));
        ObjectNode response = json.putObject("response").put("status_code", answer.status());
        ObjectNode headers = response.putObject("headers");
        answer.headers().forEach(headers::put);
        response.set("body", body(answer.body()));
        Source heard = new Source(server.here().projectName(), payloadId, json, Payload.NOTHING);
        return workshop.answered(known.get(), recipe.script(), heard);
    }

    private Optional<ObjectNode> document(Transformation transformation, String type, String payloadId) {
        return types.source(transformation, type)
                .map(source -> plain(source, List.of(payloadId)).get(payloadId))
                .flatMap(making ->
                        making instanceof Making.Made(Payload plain) ? json(plain) : Optional.<ObjectNode>empty());
    }

    private static JsonNode body(String text) {
        try {
            JsonNode json = JsonMapper.shared().readTree(text);
            return json.isMissingNode() ? StringNode.valueOf(text) : json;
        } catch (JacksonException e) {
            return StringNode.valueOf(text);
        }
    }

    private static Optional<ObjectNode> json(Payload plain) {
        try {
            return JsonMapper.shared().readTree(plain.body()) instanceof ObjectNode json
                    ? Optional.of(json)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * What is kept of documents to be sent later, of those of which it could be made: what is sent, or what a script will make that
     * of. Scripts take their time, which those who wait for the feed do not have.
     */
    Map<String, Payload> kept(Recipe recipe, Collection<String> payloadIds) {
        @Nullable Format format = types.format(recipe.type(), recipe.format()).orElse(null);
        Map<String, Making> makings = switch (format) {
            case null -> Map.of();
            case PayloadFormat plain -> plain(plain, payloadIds);
            case Transformation transformation ->
                types.source(transformation, recipe.type())
                        .map(source -> plain(source, payloadIds))
                        .orElseGet(Map::of);
        };
        Map<String, Payload> kept = new LinkedHashMap<>();
        makings.forEach((id, making) -> {
            if (making instanceof Making.Made(Payload payload)) {
                kept.put(id, payload);
            }
        });
        return kept;
    }

    /** What is sent of documents of which something was kept. */
    Map<String, Making> make(Recipe recipe, Map<String, Payload> kept, Purpose purpose) {
        Map<String, Making> makings = new LinkedHashMap<>();
        kept.forEach((id, payload) -> makings.put(id, new Making.Made(payload)));
        return types.format(recipe.type(), recipe.format()).orElse(null) instanceof Transformation transformation
                ? transformed(transformation, recipe.script(), makings, purpose)
                : makings;
    }
}

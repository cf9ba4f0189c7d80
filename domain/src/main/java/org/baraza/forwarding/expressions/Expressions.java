// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.expressions;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.baraza.forwarding.spi.Budget;
import org.baraza.forwarding.spi.FlawedScript;
import org.baraza.forwarding.spi.FlawedScript.Flaw;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.Transformation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes of a form or a case, in HQ's JSON, whatever a JSONata expression says. */
public final class Expressions implements Transformation {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CASE_JSON = "case_json";
    /** With it the library knows who watches it; nobody else may. */
    private static final String RESERVED = "__evaluate";

    @Override
    public String slug() {
        return "expression";
    }

    @Override
    public String label() {
        return "Expression (JSONata)";
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public String language() {
        return "jsonata";
    }

    @Override
    public String example() {
        return """
                {
                  "id": id ? id : case_id,
                  "name": form.name ? form.name : properties.case_name
                }
                """;
    }

    @Override
    public Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("FormRepeater", "form_json");
        sources.put("CaseRepeater", CASE_JSON);
        sources.put("CreateCaseRepeater", CASE_JSON);
        sources.put("UpdateCaseRepeater", CASE_JSON);
        return sources;
    }

    @Override
    public Script read(String script, Budget budget) {
        if (script.isBlank()) {
            throw new FlawedScript(new Flaw("Say what is sent: an expression in JSONata.", 0, 0));
        }
        if (script.contains(RESERVED)) {
            throw new FlawedScript(Flaw.at("This name is reserved.", script, script.indexOf(RESERVED)));
        }
        Jsonata expression = parsed(script);
        return source -> payload(script, expression, source, budget);
    }

    private static Jsonata parsed(String script) {
        try {
            return Jsonata.jsonata(script);
        } catch (JException e) {
            throw new FlawedScript(
                    Flaw.at(message(e), script, e.getLocation() < 0 ? script.length() : e.getLocation()));
        } catch (PatternSyntaxException e) {
            throw new FlawedScript(Flaw.at(
                    "A regular expression is wrong: " + e.getDescription(), script, script.indexOf(e.getPattern())));
        } catch (RuntimeException e) {
            // The library trips over some texts that end in the middle of something.
            throw new FlawedScript(Flaw.at("It does not end as it should.", script, script.length()));
        }
    }

    private static String message(JException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? "It cannot be understood." : message;
    }

    private static Payload payload(String script, Jsonata expression, Source source, Budget budget) {
        Bounds bounds = new Bounds(budget);
        Frame frame = new Frame(null);
        bounds.watch(frame);
        Functions.bind(frame, bounds);
        @Nullable JsonNode result;
        try {
            result = Values.json(expression.evaluate(JSON.treeToValue(source.json(), Map.class), frame), bounds);
        } catch (JException e) {
            throw new IllegalStateException(
                    Flaw.at(message(e), script, e.getLocation()).told(), e);
        }
        return result == null
                ? Payload.NOTHING
                : source.instead(
                        "application/json", JSON.writeValueAsString(result).getBytes(StandardCharsets.UTF_8));
    }
}

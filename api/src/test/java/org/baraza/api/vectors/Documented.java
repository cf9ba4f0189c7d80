// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.vectors;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whether what was answered stands in the OpenAPI document, which has one spelling of each address. */
final class Documented {
    private static final Map<String, String> ALIASES = Map.of(
            "/v0\\.[45]/([a-z_-]+)", "/$1/v1",
            "/v0\\.6/(case|location)", "/$1/v2",
            "/v0\\.6/lookup_table_item", "/lookup_table_item/v1",
            "/lookup_table_item/v2", "/lookup_table_item/v1",
            "/form/attachment/", "/form_attachment/v1/",
            "/receiver(/.*)?", "/receiver");

    private final JsonNode document;
    private final Map<String, Pattern> templates = new HashMap<>();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    Documented() {
        Map<String, Object> yaml = new Yaml().load(Documented.class.getResourceAsStream("/openapi/baraza.yaml"));
        document = JsonMapper.shared().valueToTree(yaml);
        document.path("paths")
                .propertyNames()
                .forEach(path -> templates.put(path, Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"))));
    }

    /** @throws Mismatch when the document does not know the answer */
    void mustHave(String method, String address, Reply reply) {
        Optional<String> path = path(address.replaceFirst("[?].*", ""));
        boolean known = path.isPresent() && operation(method, path.get()).isObject();
        if (!known) {
            // Preflights are the same for all.
            if (reply.status() < 400 && !method.equals("OPTIONS")) {
                throw new Mismatch("the OpenAPI document has no " + method + " " + address);
            }
            return;
        }
        String where = method + " " + path.get() + " " + reply.status();
        JsonNode response =
                followed(operation(method, path.get()).path("responses").path(Integer.toString(reply.status())));
        if (response.isMissingNode()) {
            throw new Mismatch("the OpenAPI document has no answer " + where + " " + Mismatch.shown(reply.text()));
        }
        String type = reply.header("Content-Type").orElse("").replaceAll(";.*", "");
        if (reply.body().length > 0 && type.endsWith("json")) {
            mustFit(where, response.path("content").path(type), reply);
        }
    }

    private void mustFit(String where, JsonNode content, Reply reply) {
        if (content.isMissingNode()) {
            throw new Mismatch("the OpenAPI document has no JSON for " + where + " " + Mismatch.shown(reply.text()));
        }
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        schema.setAll((ObjectNode) content.path("schema"));
        schema.set("components", document.path("components"));
        List<?> wrong = schemas.getSchema(schema).validate(reply.json());
        if (!wrong.isEmpty()) {
            throw new Mismatch("not as the OpenAPI document has it: " + where + " " + wrong);
        }
    }

    private Optional<String> path(String address) {
        String plain = address.replaceFirst("/$", "");
        for (Map.Entry<String, String> alias : ALIASES.entrySet()) {
            plain = plain.replaceFirst(alias.getKey(), alias.getValue());
        }
        String spelling = plain;
        return templates.entrySet().stream()
                .filter(template -> template.getValue().matcher(spelling).matches())
                .map(Map.Entry::getKey)
                // A fixed name is meant before one that may be any.
                .min((one, other) -> Integer.compare(variables(one), variables(other)));
    }

    private static int variables(String template) {
        return template.split("\\{", -1).length;
    }

    private JsonNode operation(String method, String path) {
        return document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    }

    private JsonNode followed(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }
}

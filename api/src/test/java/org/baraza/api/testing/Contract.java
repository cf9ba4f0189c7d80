// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document, which has one spelling of each address, and whether an answer keeps to it. */
public final class Contract {
    private static final Map<String, String> ALIASES = Map.of(
            "/v0\\.[45]/([a-z_-]+)", "/$1/v1",
            "/v0\\.6/(case|location)", "/$1/v2",
            "/v0\\.6/lookup_table_item", "/lookup_table_item/v1",
            "/lookup_table_item/v2", "/lookup_table_item/v1",
            "/form/attachment/", "/form_attachment/v1/",
            "/receiver(/(?!api$|secure/).*)?$", "/receiver",
            "(/hq/multimedia/file/[^/]+/[^/]+)/.+", "$1");

    private final JsonNode document;
    private final Map<String, Pattern> templates = new LinkedHashMap<>();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    public Contract() {
        Map<String, Object> yaml = new Yaml().load(Contract.class.getResourceAsStream("/openapi/baraza.yaml"));
        document = JsonMapper.shared().valueToTree(yaml);
        document.path("paths").propertyNames().forEach(path -> templates.put(path, pattern(path)));
    }

    /** Whatever its parameters are; all else is meant letter by letter. */
    private static Pattern pattern(String path) {
        return Pattern.compile("\\Q" + path.replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q") + "\\E");
    }

    /** Method and path of everything that the document has. */
    public Stream<String> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .filter(name -> !name.equals("parameters"))
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    /** Method, path and status of every answer that the document has. */
    public Stream<String> answers() {
        return operations().flatMap(operation -> {
            String[] parts = operation.split(" ");
            return operation(parts[0], parts[1]).path("responses").propertyNames().stream()
                    .map(status -> operation + " " + status);
        });
    }

    /** The path of the document that an address is one of. */
    public Optional<String> path(String address) {
        String plain = address.replaceFirst("[?].*", "").replaceFirst("(?<=.)/$", "");
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

    /** Whether the document has that method for the path. */
    public boolean has(String method, String path) {
        return operation(method, path).isObject();
    }

    /** Whether the document has that status for the operation. */
    boolean has(String method, String path, int status) {
        return operation(method, path).path("responses").has(Integer.toString(status));
    }

    /** Fails unless the document has the answer's status and content type for the operation, and its body fits. */
    public void holds(String method, String path, HttpResponse<String> answer) {
        assertThat(has(method, path)).as("%s %s", method, path).isTrue();
        assertThat(fault(method, path, answer.statusCode(), Client.header(answer, "Content-Type"), answer.body()))
                .as("%s %s answers %d", method, path, answer.statusCode())
                .isEmpty();
    }

    /** What of an answer is not as the document has it; nothing when it fits. */
    public Optional<String> fault(String method, String path, int status, String contentType, String body) {
        JsonNode response = followed(operation(method, path).path("responses").path(Integer.toString(status)));
        if (response.isMissingNode()) {
            return Optional.of("there is no such status");
        }
        if (body.isEmpty()) {
            return Optional.empty();
        }
        String type = contentType.replaceAll(";.*", "");
        JsonNode contents = response.path("content");
        JsonNode content = contents.has(type) ? contents.path(type) : contents.path("*/*");
        if (content.isMissingNode()) {
            return Optional.of("there is no content type " + type);
        }
        return type.endsWith("json") ? misfit(content, body) : Optional.empty();
    }

    private Optional<String> misfit(JsonNode content, String body) {
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        schema.setAll((ObjectNode) content.path("schema"));
        schema.set("components", document.path("components"));
        try {
            List<?> wrong =
                    schemas.getSchema(schema).validate(JsonMapper.shared().readTree(body));
            return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong.toString());
        } catch (JacksonException noJson) {
            return Optional.of("the body is no JSON");
        }
    }

    private JsonNode operation(String method, String path) {
        return document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    }

    private JsonNode followed(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").stringValue().substring(1)) : node;
    }
}

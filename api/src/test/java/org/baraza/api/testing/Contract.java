// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document, and whether an answer keeps to it. */
public final class Contract {
    private final JsonNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    public Contract() {
        Map<String, Object> yaml = new Yaml().load(Contract.class.getResourceAsStream("/openapi/baraza.yaml"));
        document = JsonMapper.shared().valueToTree(yaml);
    }

    /** Method and path of everything that the document has. */
    public Stream<String> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    /** Fails unless the document has the answer's status and content type for the operation, and its body fits. */
    public void holds(String method, String path, HttpResponse<String> answer) {
        JsonNode response = followed(document.path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(Integer.toString(answer.statusCode())));
        assertThat(response.isMissingNode())
                .as("%s %s answers %d", method, path, answer.statusCode())
                .isFalse();
        if (answer.body().isEmpty()) {
            return;
        }
        String type = Client.header(answer, "Content-Type").replaceAll(";.*", "");
        JsonNode content = response.path("content").path(type);
        assertThat(content.isMissingNode()).as("content type %s", type).isFalse();
        var schema = JsonMapper.shared().createObjectNode();
        schema.setAll((tools.jackson.databind.node.ObjectNode) content.path("schema"));
        schema.set("components", document.path("components"));
        assertThat(schemas.getSchema(schema).validate(Client.json(answer))).isEmpty();
    }

    private JsonNode followed(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").stringValue().substring(1)) : node;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.docs;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pages that describe the APIs. They use nothing from other servers. */
@RestController
final class DocsController {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final Duration WHILE = Duration.ofMinutes(5);

    private final String schema;

    DocsController(GraphQlSource graphql) {
        schema = SchemaPage.of(graphql.schema());
    }

    @GetMapping({"/docs/api", "/docs/api/"})
    ResponseEntity<Resource> rest() {
        return file("openapi/reference.html", HTML);
    }

    @GetMapping("/docs/api/baraza.yaml")
    ResponseEntity<Resource> openApi() {
        return file("openapi/baraza.yaml", YAML);
    }

    @GetMapping({"/docs/graphql", "/docs/graphql/"})
    ResponseEntity<String> graphql() {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.maxAge(WHILE).cachePrivate())
                .body(schema);
    }

    @GetMapping("/docs/graphql/explorer")
    ResponseEntity<Resource> explorer() {
        return file("docs/explorer.html", HTML);
    }

    @GetMapping("/docs/graphql/explorer.js")
    ResponseEntity<Resource> explorerScript() {
        return file("docs/explorer.js", SCRIPT);
    }

    private static ResponseEntity<Resource> file(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(WHILE).cachePrivate())
                .body(new ClassPathResource(name));
    }
}

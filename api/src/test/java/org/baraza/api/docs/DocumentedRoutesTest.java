// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Server;
import org.baraza.api.testing.WholeServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI document has what the server serves, and nothing else. */
@ExtendWith(WholeServer.class)
final class DocumentedRoutesTest {
    /** Pages for people, and what the container has for itself. */
    private static final Set<String> NO_API = Set.of(
            "ANY /error",
            "GET /",
            "GET /app",
            "GET /docs/api",
            "GET /docs/api/baraza.yaml",
            "GET /docs/graphql",
            "GET /docs/graphql/explorer",
            "GET /docs/graphql/explorer.js");

    /** Of several spellings of an address, the document has at least one and names the others in words. */
    @Test
    void everyRouteStandsInTheDocument(Server server) {
        Set<String> documented = new Contract()
                .operations()
                .map(DocumentedRoutesTest::bare)
                .flatMap(operation -> Stream.of(operation, operation.replaceFirst("^[A-Z]+", "ANY")))
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (RequestMappingInfo mapping : server.bean(
                        "requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()) {
            for (String method : methods(mapping)) {
                Set<String> spellings = mapping.getPatternValues().stream()
                        .map(pattern -> method + " " + pattern)
                        .collect(Collectors.toCollection(TreeSet::new));
                if (spellings.stream().map(DocumentedRoutesTest::bare).noneMatch(documented::contains)
                        && spellings.stream().noneMatch(NO_API::contains)) {
                    missing.add(spellings.iterator().next());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> methods(RequestMappingInfo mapping) {
        Set<String> methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Object::toString)
                .collect(Collectors.toSet());
        return methods.isEmpty() ? Set.of("ANY") : methods;
    }

    /** Whatever its parameters are called. */
    private static String bare(String operation) {
        return operation.replaceAll("\\{[^{}/]*(\\{[^}]*})?[^{}/]*}", "{}").replaceAll("(?<=.[^ ])/$", "");
    }
}

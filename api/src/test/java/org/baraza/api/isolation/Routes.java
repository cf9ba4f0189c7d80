// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baraza.api.testing.Contract;
import org.baraza.api.testing.Server;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Everything that the server answers to: what its controllers serve, and what filters and others serve besides. */
final class Routes {
    /** Served by libraries, and no part of the OpenAPI document: GraphQL has a schema, metrics have no form. */
    private static final Set<String> UNDOCUMENTED = Set.of("POST /graphql", "GET /actuator/prometheus");

    private Routes() {}

    /** Method and pattern of everything that is mapped to a controller. */
    static Stream<String> mapped(Server server) {
        return server
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(
                                pattern -> methods(mapping.getMethodsCondition().getMethods())
                                        .map(method -> method + " " + pattern)))
                .sorted();
    }

    private static Stream<String> methods(Set<?> methods) {
        return methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(Object::toString);
    }

    /** Method and path of everything else. */
    static Set<String> others(Server server) {
        Set<String> mapped = mapped(server).map(Routes::bare).collect(Collectors.toSet());
        Set<String> others = new TreeSet<>(UNDOCUMENTED);
        new Contract()
                .operations()
                .filter(operation -> !mapped.contains(bare(operation))
                        && !mapped.contains(bare(operation.replaceFirst("^[A-Z]+", "ANY"))))
                .forEach(others::add);
        return others;
    }

    /** Whatever its parameters are called. */
    private static String bare(String operation) {
        return operation.replaceAll("\\{[^{}/]*(\\{[^}]*})?[^{}/]*}", "{}").replaceAll("(?<=.[^ ])/$", "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/** The address of GraphQL, before those of controllers: it is asked for often, and there is but one. */
final class GraphQlRoute implements HandlerMapping, Ordered {
    private static final int BEFORE_CONTROLLERS = -1;
    private static final String ADDRESS = "/graphql";

    private final RouterFunctionMapping routes;

    GraphQlRoute(RouterFunctionMapping routes) {
        this.routes = routes;
    }

    @Override
    public int getOrder() {
        return BEFORE_CONTROLLERS;
    }

    @Override
    public boolean usesPathPatterns() {
        return true;
    }

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) throws Exception {
        return request.getServletPath().equals(ADDRESS) ? routes.getHandler(request) : null;
    }
}

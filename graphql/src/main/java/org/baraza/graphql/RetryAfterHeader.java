// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.GraphQLError;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/** Tells programs that read headers only when they may come back. */
final class RetryAfterHeader implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request)
                .doOnNext(response -> response.getExecutionResult().getErrors().stream()
                        .filter(BudgetSpent.class::isInstance)
                        .map(GraphQLError::getExtensions)
                        .findFirst()
                        .ifPresent(spent -> response.getResponseHeaders()
                                .set(HttpHeaders.RETRY_AFTER, String.valueOf(spent.get(BudgetSpent.RETRY_AFTER)))));
    }
}

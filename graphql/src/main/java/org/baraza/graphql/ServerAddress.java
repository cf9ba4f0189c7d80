// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/** Tells operations under which address this server is reached: the one that is set, or that of the request. */
final class ServerAddress implements WebGraphQlInterceptor {
    static final String KEY = "serverAddress";

    private final String publicUrl;

    ServerAddress(String publicUrl) {
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        String address = publicUrl.isEmpty() ? origin(request) : publicUrl;
        request.configureExecutionInput(
                (_, input) -> input.graphQLContext(Map.of(KEY, address)).build());
        return chain.next(request);
    }

    private static String origin(WebGraphQlRequest request) {
        var uri = request.getUri();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.web.servlet.function.AsyncServerResponse;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Waits for the answer on the thread of the request. It is a virtual one and costs nothing while it waits; to hand the request
 * over and send it through all doors a second time costs a fifth of a list.
 */
final class WaitingGraphQl extends GraphQlHttpHandler {
    WaitingGraphQl(WebGraphQlHandler handler) {
        super(handler);
    }

    @Override
    protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> answer) {
        ServerResponse response = super.prepareResponse(request, answer);
        return response instanceof AsyncServerResponse later ? later.block() : response;
    }
}

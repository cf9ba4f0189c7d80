// SPDX-License-Identifier: Apache-2.0
package org.baraza.egress;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request once more, over a new connection, when it met a kept one that the other side has hung up meanwhile, as
 * servers do with idle connections (RFC 9112, 9.3.1 and 9.5). That shows at once. Whoever hangs up later may have done what
 * she was asked for, and a connection that was made for the request was not idle: those get no second try here.
 */
final class KeptConnections implements HttpRequestRetryStrategy {
    private static final String BEGAN = "baraza.began";
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final PoolingHttpClientConnectionManager connections;

    KeptConnections(PoolingHttpClientConnectionManager connections) {
        this.connections = connections;
    }

    /** Notes that a request is about to leave. */
    static void begin(HttpClientContext context) {
        context.setAttribute(BEGAN, System.nanoTime());
    }

    @Override
    public boolean retryRequest(HttpRequest request, IOException problem, int tries, HttpContext context) {
        boolean again = tries == 1 && isHangingUp(problem) && wasKept(context) && isAtOnce(context);
        if (again) {
            // The others are as old: the next try is not to meet one of them.
            connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
        }
        return again;
    }

    private static boolean isHangingUp(IOException problem) {
        return problem instanceof NoHttpResponseException || problem instanceof SocketException;
    }

    private static boolean wasKept(HttpContext context) {
        @Nullable EndpointDetails connection = HttpClientContext.cast(context).getEndpointDetails();
        return connection != null && connection.getResponseCount() > 0;
    }

    private static boolean isAtOnce(HttpContext context) {
        return context.getAttribute(BEGAN) instanceof Long began && System.nanoTime() - began < AT_ONCE.toNanos();
    }

    @Override
    public boolean retryRequest(HttpResponse response, int tries, HttpContext context) {
        return false;
    }

    @Override
    public TimeValue getRetryInterval(HttpResponse response, int tries, HttpContext context) {
        return TimeValue.ZERO_MILLISECONDS;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.egress;

import java.io.IOException;
import java.net.SocketException;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request again when it met a connection that was kept and that the other side has hung up meanwhile, as servers do
 * with idle connections (RFC 9112, 9.3.1 and 9.5). A connection that was made for the request gets no second try, nor does
 * a request whose answer has begun.
 *
 * @param atOnePlace connections that are kept; all of them may be found hung up, one after another
 */
record KeptConnections(int atOnePlace) implements HttpRequestRetryStrategy {
    @Override
    public boolean retryRequest(HttpRequest request, IOException problem, int tries, HttpContext context) {
        @Nullable EndpointDetails connection = HttpClientContext.cast(context).getEndpointDetails();
        boolean hungUp = problem instanceof NoHttpResponseException || problem instanceof SocketException;
        return hungUp && connection != null && connection.getResponseCount() > 0 && tries <= atOnePlace;
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

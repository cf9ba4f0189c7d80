// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.egress;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.baraza.egress.EgressClient;
import org.baraza.egress.EgressLimits;
import org.baraza.egress.EgressRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/** Makes requests to identity providers: seconds at most however slowly an answer comes, and answers of a bounded size. */
@Component
public final class GuardedRequests implements AutoCloseable {
    /** From the request to the last byte of its answer. */
    private static final Duration WHOLE = Duration.ofSeconds(8);
    /** One provider that hangs must not keep everybody from theirs. */
    private static final EgressLimits LIMITS =
            new EgressLimits(Duration.ofSeconds(3), Duration.ofSeconds(5), 256L * 1024, 32, 4);

    private final Duration whole;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("egress-deadlines").factory());

    @Autowired
    GuardedRequests(EgressRules rules) {
        this(rules, WHOLE);
    }

    /** @param whole from the request to the last byte of its answer */
    GuardedRequests(EgressRules rules, Duration whole) {
        this.whole = whole;
        client = EgressClient.of(rules, LIMITS, this::inTime);
    }

    /** What trickles ends with its connection: each byte of it is in time. */
    private ClassicHttpResponse inTime(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        var deadline = deadlines.schedule(scope.execRuntime::discardEndpoint, whole.toMillis(), TimeUnit.MILLISECONDS);
        ClassicHttpResponse response = chain.proceed(request, scope);
        if (response.getEntity() == null) {
            deadline.cancel(false);
        }
        return response;
    }

    /** For clients of Spring's. */
    public ClientHttpRequestFactory factory() {
        return new HttpComponentsClientHttpRequestFactory(client);
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}

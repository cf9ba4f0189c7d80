// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.egress;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.baraza.egress.EgressClient;
import org.baraza.egress.EgressLimits;
import org.baraza.egress.EgressRules;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/** Makes requests to identity providers: seconds at most, and answers of a bounded size. */
@Component
public final class GuardedRequests implements AutoCloseable {
    /** One provider that hangs must not keep everybody from theirs. */
    private static final EgressLimits LIMITS =
            new EgressLimits(Duration.ofSeconds(3), Duration.ofSeconds(5), 256L * 1024, 32, 4);

    private final CloseableHttpClient client;

    GuardedRequests(EgressRules rules) {
        client = EgressClient.of(rules, LIMITS);
    }

    /** For clients of Spring's. */
    public ClientHttpRequestFactory factory() {
        return new HttpComponentsClientHttpRequestFactory(client);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}

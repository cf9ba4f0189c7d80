// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.egress;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.baraza.api.wiring.BarazaSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/** Makes requests to public addresses: no redirects, no cookies, seconds at most, and answers of a bounded size. */
@Component
public final class GuardedRequests implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final long LARGEST = 256L * 1024;
    private static final int MOST_AT_ONCE = 32;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_LINE = 8 * 1024;
    /** One provider that hangs must not keep everybody from theirs. */
    private static final int MOST_AT_ONE_PLACE = 4;

    private final CloseableHttpClient client;

    @Autowired
    GuardedRequests(BarazaSettings settings) {
        this(EgressRules.of(settings.egressAllow()));
    }

    GuardedRequests(EgressRules rules) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new PublicNames(rules))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MOST_HEADERS)
                                .setMaxLineLength(LONGEST_LINE)
                                .build())
                        .build())
                .setMaxConnTotal(MOST_AT_ONCE)
                .setMaxConnPerRoute(MOST_AT_ONE_PLACE)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(CONNECT))
                        .setSocketTimeout(Timeout.of(ANSWER))
                        .build())
                .build();
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(ANSWER))
                        .setConnectionRequestTimeout(Timeout.of(ANSWER))
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .addExecInterceptorLast("bounded", (request, scope, chain) -> bounded(chain.proceed(request, scope)))
                .build();
    }

    private static ClassicHttpResponse bounded(ClassicHttpResponse response) {
        @Nullable HttpEntity entity = response.getEntity();
        if (entity != null) {
            response.setEntity(new BoundedEntity(entity, LARGEST, ANSWER));
        }
        return response;
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

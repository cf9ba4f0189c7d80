// SPDX-License-Identifier: Apache-2.0
package org.baraza.egress;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Makes clients that reach public addresses and those that the operator allows: no redirects, no cookies, no proxies, no
 * second tries but where a kept connection was hung up meanwhile, bounded answers.
 */
public final class EgressClient {
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final TimeValue CHECKED_AFTER = TimeValue.ofSeconds(2);

    private EgressClient() {}

    /** A client that takes nobody for whom her certificate does not say that she is. */
    public static CloseableHttpClient of(EgressRules rules, EgressLimits limits) {
        return client(rules, limits, DefaultClientTlsStrategy.createDefault()).build();
    }

    /** As {@link #of(EgressRules, EgressLimits)}, where somebody else looks at each request before it leaves. */
    public static CloseableHttpClient of(EgressRules rules, EgressLimits limits, ExecChainHandler first) {
        return client(rules, limits, DefaultClientTlsStrategy.createDefault())
                .addExecInterceptorFirst("first", first)
                .build();
    }

    /** A client that takes every certificate, for those who asked for that. */
    public static CloseableHttpClient trusting(EgressRules rules, EgressLimits limits) {
        return client(rules, limits, new DefaultClientTlsStrategy(everybody(), NoopHostnameVerifier.INSTANCE))
                .build();
    }

    private static SSLContext everybody() {
        try {
            return SSLContextBuilder.create()
                    .loadTrustMaterial(TrustAllStrategy.INSTANCE)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static HttpClientBuilder client(EgressRules rules, EgressLimits limits, TlsSocketStrategy tls) {
        Timeout answer = Timeout.of(limits.answer());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new PublicNames(rules))
                .setTlsSocketStrategy(tls)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MOST_HEADERS)
                                .setMaxLineLength(LONGEST_LINE)
                                .build())
                        .build())
                .setMaxConnTotal(limits.atOnce())
                .setMaxConnPerRoute(limits.atOnePlace())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(answer)
                        .setValidateAfterInactivity(CHECKED_AFTER)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(answer)
                        .setConnectionRequestTimeout(Timeout.of(limits.connect()))
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setRetryStrategy(new KeptConnections(connections))
                .disableContentCompression()
                .addExecInterceptorLast("bounded", (request, scope, chain) -> {
                    KeptConnections.begin(scope.clientContext);
                    return bounded(chain.proceed(request, scope), limits);
                });
    }

    private static ClassicHttpResponse bounded(ClassicHttpResponse response, EgressLimits limits) {
        @Nullable HttpEntity entity = response.getEntity();
        if (entity != null) {
            response.setEntity(new BoundedEntity(entity, limits.largest(), limits.answer()));
        }
        return response;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.baraza.egress.EgressClient;
import org.baraza.egress.EgressLimits;
import org.baraza.egress.EgressRules;
import org.jspecify.annotations.Nullable;

/** Sends requests over guarded connections, which are kept open. */
public final class Wire implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int AT_ONCE = 4_096;
    private static final int AT_ONE_PLACE = 512;
    private static final int KEPT = 64 * 1024;

    private final EgressRules rules;
    private final CloseableHttpClient strict;
    private final CloseableHttpClient trusting;
    private final Duration longest;
    private final ScheduledThreadPoolExecutor clockwork = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("forwarding-deadlines").factory());

    /** @param longest how long an answer may take */
    public Wire(EgressRules rules, Duration longest) {
        this.rules = rules;
        this.longest = longest;
        clockwork.setRemoveOnCancelPolicy(true);
        EgressLimits limits = new EgressLimits(
                CONNECT.compareTo(longest) > 0 ? longest : CONNECT, longest, 1L << 20, AT_ONCE, AT_ONE_PLACE);
        strict = EgressClient.of(rules, limits);
        trusting = EgressClient.trusting(rules, limits);
    }

    /**
     * @param skipCertVerify whether the certificate of the other side is taken as it is
     * @throws NotSent when too much is on its way already
     */
    public WireAnswer send(WireRequest request, boolean skipCertVerify) {
        if (!rules.mayBeReached(request.url())) {
            return new WireAnswer.Silent("Invalid URL");
        }
        try {
            HttpUriRequestBase http = http(request);
            var end = clockwork.schedule(http::cancel, longest.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return (skipCertVerify ? trusting : strict).execute(http, Wire::read);
            } finally {
                end.cancel(false);
            }
        } catch (ConnectionRequestTimeoutException e) {
            throw new NotSent(e);
        } catch (UnknownHostException e) {
            return new WireAnswer.Silent("Invalid URL");
        } catch (SocketTimeoutException e) {
            return new WireAnswer.Silent("The other side did not answer in time.");
        } catch (ConnectException e) {
            return new WireAnswer.Silent("No connection could be made.");
        } catch (SSLException e) {
            return new WireAnswer.Silent(
                    "No safe connection could be made: the certificate or the protocol is not accepted.");
        } catch (RequestFailedException e) {
            return new WireAnswer.Silent("The other side did not answer in time.");
        } catch (IOException e) {
            return new WireAnswer.Silent("The connection broke: " + e.getClass().getSimpleName() + ".");
        } catch (RuntimeException e) {
            return new WireAnswer.Silent("Invalid request: " + e.getClass().getSimpleName() + ".");
        }
    }

    private static HttpUriRequestBase http(WireRequest request) {
        HttpUriRequestBase http = new HttpUriRequestBase(request.method(), URI.create(request.url()));
        @Nullable ContentType type = null;
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.putAll(request.secretHeaders());
        for (var header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase("content-type")) {
                type = ContentType.parseLenient(header.getValue());
            } else {
                http.setHeader(header.getKey(), header.getValue());
            }
        }
        if (request.body().length > 0 || type != null) {
            http.setEntity(new ByteArrayEntity(request.body(), type));
        }
        return http;
    }

    private static WireAnswer read(ClassicHttpResponse response) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            // Whoever asks for a proof may offer several ways, each in a header of its own.
            headers.merge(
                    name,
                    String.valueOf(header.getValue()),
                    (first, next) -> name.equals("www-authenticate") ? first + ", " + next : first);
        }
        return new WireAnswer.Answered(response.getCode(), headers, body(response.getEntity()));
    }

    /** Its beginning; the rest is read and thrown away, so that the connection can be used again. */
    private static String body(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        try (InputStream content = entity.getContent()) {
            byte[] beginning = content.readNBytes(KEPT);
            EntityUtils.consumeQuietly(entity);
            return new String(beginning, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        clockwork.shutdownNow();
        strict.close();
        trusting.close();
    }
}

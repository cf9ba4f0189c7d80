// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.baraza.identity.AddressList;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where a request comes from, where proxies of the operator's speak for others. Their word counts, nobody else's: the
 * client is the last address of {@code X-Forwarded-For} that is not itself such a proxy.
 */
public final class ForwardedAddress extends OncePerRequestFilter {
    private static final String FOR = "X-Forwarded-For";
    private static final String PROTOCOL = "X-Forwarded-Proto";

    private final AddressList trusted;

    /** @param trusted the operator's proxies */
    public ForwardedAddress(AddressList trusted) {
        this.trusted = trusted;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isForwarded = !trusted.isEmpty() && trusted.contains(request.getRemoteAddr());
        chain.doFilter(isForwarded ? new Forwarded(request, client(request), isSecure(request)) : request, response);
    }

    private String client(HttpServletRequest request) {
        List<String> hops = Collections.list(request.getHeaders(FOR)).stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(String::strip)
                .toList();
        String client = request.getRemoteAddr();
        for (String hop : hops.reversed()) {
            client = hop;
            if (!trusted.contains(hop)) {
                break;
            }
        }
        return client;
    }

    private static boolean isSecure(HttpServletRequest request) {
        String protocol = request.getHeader(PROTOCOL);
        return protocol == null ? request.isSecure() : protocol.equalsIgnoreCase("https");
    }

    private static final class Forwarded extends HttpServletRequestWrapper {
        private static final int HTTP = 80;
        private static final int HTTPS = 443;

        private final String client;
        private final boolean secure;

        Forwarded(HttpServletRequest request, String client, boolean secure) {
            super(request);
            this.client = client;
            this.secure = secure;
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getScheme() {
            return secure ? "https" : "http";
        }

        /** A name without a port means the usual port of the scheme, which the proxy knows and this server does not. */
        @Override
        public int getServerPort() {
            int port = super.getServerPort();
            return secure && port == HTTP ? HTTPS : port;
        }

        @Override
        public StringBuffer getRequestURL() {
            int port = getServerPort();
            String suffix = port == (secure ? HTTPS : HTTP) ? "" : ":" + port;
            return new StringBuffer(getScheme() + "://" + getServerName() + suffix + getRequestURI());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before all doors: serves the endpoints without their slash too, and lets scripts of any site use those that take
 * no cookie.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class PathFilter extends OncePerRequestFilter {
    private static final String METHODS = "GET, POST, OPTIONS";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !path.startsWith("/oauth/") && !path.startsWith("/.well-known/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest whole =
                Paths.WITH_SLASH.contains(request.getServletPath() + "/") ? new WithSlash(request) : request;
        if (Paths.FOR_SCRIPTS.contains(whole.getServletPath())) {
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader("Access-Control-Allow-Headers", "Content-Type, Authorization");
            response.setHeader("Access-Control-Allow-Methods", METHODS);
            if (request.getMethod().equals("OPTIONS")) {
                response.setHeader("Access-Control-Max-Age", "3600");
                response.setStatus(HttpStatus.NO_CONTENT.value());
                return;
            }
        }
        chain.doFilter(whole, response);
    }

    private static final class WithSlash extends HttpServletRequestWrapper {
        WithSlash(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getServletPath() {
            return super.getServletPath() + "/";
        }

        @Override
        public String getRequestURI() {
            return super.getRequestURI() + "/";
        }

        @Override
        public StringBuffer getRequestURL() {
            return super.getRequestURL().append('/');
        }
    }
}

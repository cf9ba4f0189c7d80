// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.baraza.identity.AddressList;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

final class ForwardedAddressTest {
    private static final AddressList PROXIES = AddressList.of(List.of("10.0.0.0/8", "::1"));

    @Test
    void whatAProxyOfTheOperatorsSaysCounts() {
        assertThat(seen(PROXIES, "10.1.2.3", "203.0.113.9").getRemoteAddr()).isEqualTo("203.0.113.9");
        assertThat(seen(PROXIES, "::1", "203.0.113.9, 10.9.9.9").getRemoteAddr())
                .isEqualTo("203.0.113.9");
    }

    @Test
    void whatTheClientItselfClaimsDoesNot() {
        assertThat(seen(PROXIES, "10.1.2.3", "192.0.2.7, 203.0.113.9").getRemoteAddr())
                .isEqualTo("203.0.113.9");
        assertThat(seen(PROXIES, "203.0.113.9", "192.0.2.7").getRemoteAddr()).isEqualTo("203.0.113.9");
        assertThat(seen(AddressList.EMPTY, "10.1.2.3", "192.0.2.7").getRemoteAddr())
                .isEqualTo("10.1.2.3");
    }

    @Test
    void theProxyAlsoKnowsWhetherTheLineIsSafe() {
        HttpServletRequest request = seen(PROXIES, "10.1.2.3", "203.0.113.9");
        assertThat(request.isSecure()).isTrue();
        assertThat(request.getRequestURL()).hasToString("https://baraza.example/a/demo/");
        assertThat(seen(PROXIES, "203.0.113.9", "192.0.2.7").isSecure()).isFalse();
    }

    private static HttpServletRequest seen(AddressList proxies, String peer, String forwardedFor) {
        var request = new MockHttpServletRequest("GET", "/a/demo/");
        request.setServerName("baraza.example");
        request.setRemoteAddr(peer);
        request.addHeader("X-Forwarded-For", forwardedFor);
        request.addHeader("X-Forwarded-Proto", "https");
        var chain = new MockFilterChain();
        try {
            new ForwardedAddress(proxies).doFilter(request, new MockHttpServletResponse(), chain);
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
        return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
    }
}

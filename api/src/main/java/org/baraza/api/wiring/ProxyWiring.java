// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import java.util.List;
import org.baraza.api.doors.ForwardedAddress;
import org.baraza.identity.AddressList;
import org.baraza.identity.AddressRange;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The operator's proxies are asked where a request comes from before anything else looks at it. */
@Configuration(proxyBeanMethods = false)
class ProxyWiring {

    @Bean
    FilterRegistrationBean<ForwardedAddress> forwardedAddress(BarazaSettings settings) {
        List<String> trusted = settings.trustedProxies().stream()
                .filter(text -> !text.isBlank())
                .toList();
        for (String text : trusted) {
            if (AddressRange.of(text.strip()).isEmpty()) {
                throw new IllegalArgumentException(
                        "BARAZA_TRUSTED_PROXIES holds addresses and CIDR blocks, separated by commas");
            }
        }
        var registration = new FilterRegistrationBean<>(new ForwardedAddress(AddressList.of(trusted)));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * External ids may have slashes, and programs encode what stands in a path (data API: case by external id). Such a slash is let
 * through as it is written: it never divides a path, so whatever is decided by the parts of one, the project first of all, is
 * decided by the same parts that the handlers see.
 */
@Configuration(proxyBeanMethods = false)
class SlashesInIds {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashesStay() {
        return tomcat -> tomcat.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        // A slash that stays encoded leaves a percent sign in the decoded path; and ids may have one of their own.
        firewall.setAllowUrlEncodedPercent(true);
        return firewall;
    }
}

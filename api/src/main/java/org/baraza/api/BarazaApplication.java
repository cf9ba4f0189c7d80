// SPDX-License-Identifier: Apache-2.0
package org.baraza.api;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts a node. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class, proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class BarazaApplication {
    public static void main(String[] arguments) {
        // The driver tells the database the zone of the JVM; times travel as UTC, whatever the machine is set to.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        // jOOQ greets and gives tips otherwise.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        SpringApplication.run(BarazaApplication.class, arguments);
    }
}

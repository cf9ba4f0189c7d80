// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import org.baraza.egress.EgressRules;
import org.baraza.enterprise.DnsTexts;
import org.baraza.enterprise.EmailDomains;
import org.baraza.enterprise.Enterprises;
import org.baraza.enterprise.KnownProviders;
import org.baraza.enterprise.ProjectActivation;
import org.baraza.enterprise.Providers;
import org.baraza.enterprise.ResolvedTexts;
import org.baraza.enterprise.SingleSignOn;
import org.baraza.enterprise.TrustedProviders;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Organisations and their identity providers. */
@Configuration(proxyBeanMethods = false)
@Import({
    EmailDomains.class,
    Enterprises.class,
    ProjectActivation.class,
    KnownProviders.class,
    Providers.class,
    SingleSignOn.class,
    TrustedProviders.class
})
class EnterpriseWiring {

    @Bean
    EgressRules egressRules(BarazaSettings settings) {
        return EgressRules.of(settings.egressAllow());
    }

    @Bean
    @ConditionalOnMissingBean
    DnsTexts dnsTexts() {
        return new ResolvedTexts();
    }
}

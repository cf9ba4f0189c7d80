// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import java.time.Clock;
import org.baraza.forwarding.ServerAccess;
import org.baraza.forwarding.configured.CaseDocuments;
import org.baraza.forwarding.configured.ConfiguredPayload;
import org.baraza.forwarding.configured.ConfiguredType;
import org.baraza.forwarding.configured.FormDocuments;
import org.baraza.forwarding.configured.ProjectDocuments;
import org.baraza.forwarding.spi.Format;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.tenancy.Projects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Forwarders that say by expressions what they send, and what these may look into. */
@Configuration(proxyBeanMethods = false)
@Import({CaseDocuments.class, FormDocuments.class, ProjectDocuments.class})
class ConfiguredForwarding {

    @Bean
    ServerAccess serverAccess(Projects projects) {
        return new ServerAccess(projects);
    }

    @Bean
    ForwarderType configurableForms() {
        return ConfiguredType.FORMS;
    }

    @Bean
    ForwarderType configurableCases() {
        return ConfiguredType.CASES;
    }

    @Bean
    ForwarderType configurableArcGis() {
        return ConfiguredType.ARCGIS;
    }

    @Bean
    Format configuredPayload(ProjectDocuments documents, Clock clock) {
        return new ConfiguredPayload(documents, clock);
    }
}

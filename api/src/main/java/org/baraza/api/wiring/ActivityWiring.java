// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.baraza.activity.AccessLog;
import org.baraza.activity.AccessRecorder;
import org.baraza.identity.OwnEvents;
import org.baraza.persistence.tenancy.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Who came in, and what happened to accounts. */
@Configuration(proxyBeanMethods = false)
@Import(OwnEvents.class)
class ActivityWiring {

    @Bean
    AccessLog accessLog(Transactions transactions, BarazaSettings settings, Clock clock) {
        return new AccessLog(transactions, Duration.ofDays(settings.accessLogDays()), clock);
    }

    @Bean
    AccessRecorder accessRecorder(Transactions transactions, MeterRegistry meters) {
        AccessRecorder recorder = new AccessRecorder(transactions);
        Gauge.builder("baraza.access_log.dropped", recorder, AccessRecorder::dropped)
                .description("Accesses that were not taken down, because too many waited")
                .register(meters);
        return recorder;
    }
}

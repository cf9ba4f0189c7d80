// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.baraza.api.limits.LimitRules;
import org.baraza.api.limits.Limits;
import org.baraza.graphql.QueryBudget;
import org.baraza.idempotency.IdempotentRequests;
import org.baraza.identity.Headcount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** How much may be asked for in a while, and what may be asked for again. */
@Configuration(proxyBeanMethods = false)
@Import({Headcount.class, IdempotentRequests.class})
class LimitWiring {

    @Bean
    Limits limits(BarazaSettings settings, Headcount headcount, Clock clock, MeterRegistry metrics) {
        BarazaSettings.Limits wanted = settings.limits();
        var rules = new LimitRules(
                wanted.mode(),
                wanted.dataApi(),
                wanted.dataApiUser(),
                wanted.dataApiKey(),
                wanted.submissions(),
                wanted.submissionsProject(),
                wanted.restores(),
                wanted.devices(),
                wanted.account(),
                wanted.graphql());
        return Limits.of(rules, settings.redis().url(), headcount, clock, metrics);
    }

    @Bean
    QueryBudget queryBudget(Limits limits, MeterRegistry metrics) {
        return (user, points) -> limits.graphql(user.userId(), points)
                .filter(standing -> !standing.allowed())
                .map(standing -> {
                    metrics.counter("baraza.limits.refused", "family", "graphql")
                            .increment();
                    return standing.retryAfter();
                });
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.TypeResolver;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.server.TimeoutWebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Everything of this package that Spring must know. Needs as beans the services of the capabilities: {@code Access},
 * {@code Projects}, {@code ProjectCreation}, {@code WebUsers}, {@code MobileWorkers}, {@code UserDirectory}, {@code
 * ApiKeys}, {@code Applications}, {@code ServiceBonds}, {@code Consents}, {@code UserDataFields}, {@code Cases}, {@code CaseDeletion}, {@code CaseRepair}, {@code CaseReopening}, {@code Forms}, {@code FormArchive}, {@code FormCorrections}, {@code
 * LookupTables}, {@code LookupRows}, {@code Dictionary}, {@code Products}, {@code Programs}, {@code StockSettings}, {@code Groups}, {@code LocationTypes}, {@code Locations}, {@code LocationEditing},
 * {@code LocationLifecycle}, {@code Assignments}, {@code RestoreSettings}, {@code DemoRestores}, {@code PhoneSyncs}, {@code
 * CaseExplanation}, {@code CaseHolders}, {@code UserCases}, {@code Jobs}, {@code CaseTables}, {@code Devices}, {@code DeviceLogs}, {@code LogRequests}, {@code PhoneKeys}, {@code OwnEvents}, {@code AccessLog}, {@code AccessRecorder}, {@code Enterprises}, {@code Providers}, {@code EmailDomains}, {@code TrustedProviders}, {@code
 * ProjectSecurity}, {@code UpdatePrompts}, {@code RecoveryMeasures}, {@code Claims}, {@code SearchConfiguration}, {@code Connections}, {@code Forwarders}, {@code Records}, {@code RequestLog}, a {@code
 * Clock} and a {@code ChangeTail}; a {@code QueryBudget} where callers are limited.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class GraphQlConfiguration {
    private static final Duration LONGEST_EXECUTION = Duration.ofSeconds(10);

    /**
     * Threads for what waits for the database outside of the fetchers. Nothing interrupts them when a reader goes: an
     * interrupt would close the connection, and the pool would lose it.
     */
    @Bean(destroyMethod = "dispose")
    Scheduler graphQlThreads() {
        return Schedulers.fromExecutor(
                task -> Thread.ofVirtual().name("graphql").start(task));
    }

    @Bean
    RuntimeWiringConfigurer typesOfTheSchema() {
        TypeResolver byClass =
                environment -> environment.getSchema().getObjectType(TypeNames.of(environment.<Object>getObject()));
        return wiring -> wiring.scalar(Scalars.dateTime())
                .scalar(Scalars.json())
                .type("Node", type -> type.typeResolver(byClass))
                .type("User", type -> type.typeResolver(byClass));
    }

    @Bean
    Instrumentation queryLimits(ObjectProvider<QueryBudget> budget) {
        return new QueryLimits(budget.getIfAvailable(() -> QueryBudget.ENDLESS));
    }

    @Bean
    GraphQlSourceBuilderCustomizer knownDocuments() {
        var known = new KnownDocuments();
        return source -> source.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(known));
    }

    @Bean
    WebGraphQlInterceptor retryAfterHeader() {
        return new RetryAfterHeader();
    }

    @Bean
    WebGraphQlInterceptor serverAddress(@Value("${baraza.public-url:}") String publicUrl) {
        return new ServerAddress(publicUrl);
    }

    @Bean
    Errors graphQlErrors() {
        return new Errors();
    }

    @Bean
    WebGraphQlInterceptor executionTimeout() {
        return new TimeoutWebGraphQlInterceptor(LONGEST_EXECUTION);
    }
}

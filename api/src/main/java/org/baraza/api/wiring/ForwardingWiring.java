// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.baraza.dictionary.Dictionary;
import org.baraza.egress.EgressRules;
import org.baraza.forwarding.AnswerActions;
import org.baraza.forwarding.ConnectionStore;
import org.baraza.forwarding.Connections;
import org.baraza.forwarding.ForwarderHealth;
import org.baraza.forwarding.ForwarderTypes;
import org.baraza.forwarding.Forwarders;
import org.baraza.forwarding.Lifecycle;
import org.baraza.forwarding.Notices;
import org.baraza.forwarding.Payloads;
import org.baraza.forwarding.Poison;
import org.baraza.forwarding.Previews;
import org.baraza.forwarding.Records;
import org.baraza.forwarding.Registration;
import org.baraza.forwarding.Replays;
import org.baraza.forwarding.RequestLog;
import org.baraza.forwarding.Sender;
import org.baraza.forwarding.Sending;
import org.baraza.forwarding.Tokens;
import org.baraza.forwarding.fhir.DictionaryBundles;
import org.baraza.forwarding.spi.Format;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.PayloadFormat;
import org.baraza.forwarding.types.AppIds;
import org.baraza.forwarding.types.CaseType;
import org.baraza.forwarding.types.FormStubType;
import org.baraza.forwarding.types.FormStubs;
import org.baraza.forwarding.types.FormType;
import org.baraza.forwarding.types.FormXml;
import org.baraza.forwarding.types.SavedType;
import org.baraza.forwarding.wire.Wire;
import org.baraza.persistence.changes.ChangeFeed;
import org.baraza.persistence.changes.DurableConsumer;
import org.baraza.persistence.changes.ProjectsWithWork;
import org.baraza.persistence.tenancy.Transactions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What changes, sent to other systems. */
@Configuration(proxyBeanMethods = false)
@Import({
    AppIds.class,
    AnswerActions.class,
    ConnectionStore.class,
    Connections.class,
    ForwarderHealth.class,
    Forwarders.class,
    FormStubs.class,
    FormXml.class,
    Notices.class,
    Payloads.class,
    Poison.class,
    Previews.class,
    Records.class,
    Replays.class,
    RequestLog.class,
    Sending.class,
    Tokens.class
})
class ForwardingWiring {
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Bean
    Wire wire(EgressRules rules, BarazaSettings settings) {
        return new Wire(rules, settings.forwarding().timeout());
    }

    @Bean
    Lifecycle deliveryLifecycle(BarazaSettings settings) {
        return new Lifecycle(
                settings.forwarding().firstWait(),
                settings.forwarding().firstRest(),
                Duration.ofDays(settings.forwarding().logDays()));
    }

    @Bean
    ForwarderTypes forwarderTypes(List<ForwarderType> more, List<Format> formats) {
        return new ForwarderTypes(more, formats);
    }

    @Bean
    Format dictionaryBundles(@Qualifier("caseJsonFormat") PayloadFormat cases, Dictionary dictionary) {
        return new DictionaryBundles(cases, dictionary);
    }

    @Bean
    ForwarderType forms() {
        return new FormType();
    }

    @Bean
    ForwarderType allCases() {
        return CaseType.ALL;
    }

    @Bean
    ForwarderType newCases() {
        return CaseType.CREATED;
    }

    @Bean
    ForwarderType updatedCases() {
        return CaseType.UPDATED;
    }

    @Bean
    ForwarderType formStubs() {
        return new FormStubType();
    }

    @Bean
    ForwarderType savedApps() {
        return SavedType.APPS;
    }

    @Bean
    ForwarderType savedUsers() {
        return SavedType.USERS;
    }

    @Bean
    ForwarderType savedLocations() {
        return SavedType.LOCATIONS;
    }

    @Bean
    Sender sender(
            Transactions transactions,
            @Qualifier("systemPool") HikariDataSource systemPool,
            ConnectionStore connections,
            Payloads payloads,
            ForwarderTypes types,
            Sending sending,
            AnswerActions actions,
            Notices notices,
            Lifecycle lifecycle,
            Clock clock) {
        return new Sender(
                transactions,
                new ProjectsWithWork(systemPool),
                connections,
                payloads,
                types,
                sending,
                actions,
                notices,
                lifecycle,
                clock,
                PAUSE);
    }

    @Bean
    Registration registration(
            Transactions transactions,
            @Qualifier("systemPool") HikariDataSource systemPool,
            ForwarderTypes types,
            Payloads payloads,
            Sender sender,
            Clock clock) {
        return new Registration(transactions, new ProjectsWithWork(systemPool), types, payloads, sender::nudge, clock);
    }

    @Bean
    FeedLag forwardingLag(ChangeFeed feed) {
        return new FeedLag(feed, feed, Registration.CONSUMER);
    }

    @Bean
    DurableConsumer forwardingConsumer(ChangeFeed feed, Registration registration) {
        return new DurableConsumer(feed, Registration.CONSUMER, registration, PAUSE);
    }

    @Bean
    Housekeeping forwardingNotices(ChangeFeed feed, Notices notices) {
        return new Housekeeping(Duration.ofMinutes(10), List.of(() -> Housekeeping.inEach(feed, notices::tellRest)));
    }

    @Bean
    ForwardingMeters forwardingMeters(@Qualifier("systemPool") HikariDataSource systemPool, Clock clock) {
        return new ForwardingMeters(new ProjectsWithWork(systemPool), clock);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.baraza.forwarding.spi.ForwarderOptions.USUAL_BACK_OFF_CODES;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.CaseLists;
import org.baraza.casework.CaseUpdates;
import org.baraza.egress.EgressRules;
import org.baraza.forms.FormChunks;
import org.baraza.forms.FormLists;
import org.baraza.forwarding.configured.CaseDocuments;
import org.baraza.forwarding.configured.ConfiguredPayload;
import org.baraza.forwarding.configured.ConfiguredType;
import org.baraza.forwarding.configured.FormDocuments;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.types.AppIds;
import org.baraza.forwarding.types.FormStubType;
import org.baraza.forwarding.types.FormStubs;
import org.baraza.forwarding.types.FormType;
import org.baraza.forwarding.types.FormXml;
import org.baraza.forwarding.types.SavedType;
import org.baraza.forwarding.wire.Wire;
import org.baraza.identity.Audit;
import org.baraza.identity.ProjectAccess;
import org.baraza.mail.Mail;
import org.baraza.mail.Mailer;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.changes.ChangeFeed;
import org.baraza.persistence.changes.DurableConsumer;
import org.baraza.persistence.changes.ProjectsWithWork;
import org.baraza.persistence.changes.Sequencer;
import org.baraza.persistence.tenancy.Databases;
import org.baraza.places.Reach;
import org.baraza.testing.FieldWork;
import org.baraza.testing.NoBlobs;
import org.baraza.testing.Sink;
import org.baraza.testing.World;
import org.baraza.ucr.Documents;

/** A node that forwards, in a world of its own, with a clock that a test moves. */
final class Desk implements AutoCloseable {
    final World world = new World();
    final List<Mail> mails = new ArrayList<>();
    final FieldWork work;
    final Connections connections;
    final Forwarders forwarders;
    final Records records;
    final RequestLog log;
    final Replays replays;
    final ForwarderHealth health;
    final Moods moods;
    final ProjectAccess who;
    private final HikariDataSource system;
    private final Sequencer sequencer;
    private final Wire wire;
    private final Sender sender;
    final AnswerActions actions;
    final Notices notices;
    private final DurableConsumer consumer;

    Desk() {
        this(Duration.ofSeconds(5));
    }

    /** @param longest how long another system may take to answer */
    Desk(Duration longest) {
        var settings = world.database.settings();
        system = Databases.pool(
                "system",
                settings.url(),
                settings.system().user(),
                settings.system().password(),
                4);
        sequencer = new Sequencer(system, Duration.ofMillis(20));
        work = new FieldWork(world, world.transactions, sequencer::nudge);
        EgressRules egress = EgressRules.of(List.of("127.0.0.0/8", "localhost"));
        wire = new Wire(egress, longest);
        ConnectionStore store = new ConnectionStore(world.vault);
        moods = new Moods(new FormXml(work.forms));
        ForwarderTypes types = new ForwarderTypes(
                List.of(
                        new FormType(),
                        new FormStubType(),
                        SavedType.APPS,
                        moods,
                        ConfiguredType.FORMS,
                        ConfiguredType.CASES,
                        ConfiguredType.ARCGIS),
                List.of(
                        new FormXml(work.forms),
                        moods,
                        new FormStubs(work.forms, work.cases),
                        new AppIds(),
                        new Moods.Json(new FormXml(work.forms)),
                        new ConfiguredPayload(Documents.NONE, world.clock),
                        new CaseDocuments(work.cases),
                        new FormDocuments(
                                new FormLists(world.transactions, new FormChunks(new NoBlobs())), work.forms)));
        ServerAccess access = new ServerAccess(world.node.projects);
        Payloads payloads = new Payloads(types, access);
        actions = new AnswerActions(
                payloads,
                access,
                new CaseUpdates(new CaseLists(world.transactions), work.serverForms, new Reach(world.transactions)),
                work.forms);
        Sending sending = new Sending(wire, new Tokens(world.transactions, store, world.clock), world.clock);
        ProjectsWithWork projects = new ProjectsWithWork(system);
        notices = new Notices(world.transactions, store, world.node.projects, new Postman(), world.clock);
        sender = new Sender(
                world.transactions,
                projects,
                store,
                payloads,
                types,
                sending,
                actions,
                notices,
                Lifecycle.USUAL,
                world.clock,
                Duration.ofMillis(20));
        Audit audit = new Audit();
        connections = new Connections(world.transactions, store, sending, egress, audit, world.clock);
        forwarders = new Forwarders(world.transactions, store, types, payloads, audit, sender);
        records = new Records(world.transactions, payloads, audit, sender, Lifecycle.USUAL, world.clock);
        log = new RequestLog(world.transactions, store, Lifecycle.USUAL, world.clock);
        replays = new Replays(world.transactions, types, payloads, sender, Lifecycle.USUAL, world.clock);
        health = new ForwarderHealth(world.transactions, world.clock);
        consumer = new DurableConsumer(
                new ChangeFeed(system),
                Registration.CONSUMER,
                new Registration(world.transactions, projects, types, payloads, sender::nudge, world.clock),
                Duration.ofMillis(20));
        who = world.project("demo", world.webUser("admin@example.org"));
    }

    private final class Postman implements Mailer {
        @Override
        public Optional<String> home() {
            return Optional.empty();
        }

        @Override
        public void send(Mail mail, java.util.function.Consumer<Boolean> outcome) {
            mails.add(mail);
            outcome.accept(true);
        }
    }

    Connection connection(String url) {
        return connection(url, Authentication.NONE, "");
    }

    Connection connection(String url, Authentication authentication, String password) {
        return world.in(who, () -> connections.create(who, wish(url, authentication, password)));
    }

    static ConnectionWish wish(String url, Authentication authentication, String password) {
        return new ConnectionWish(
                "Clinic",
                url,
                List.of("a@example.org"),
                1,
                authentication,
                Optional.of(password),
                Optional.of("client-secret"),
                Map.of("X-Clinic", Optional.of("sealed-value")),
                false);
    }

    static ConnectionWish notifiedAfter(ConnectionWish wish, int failures) {
        return new ConnectionWish(
                wish.name(),
                wish.url(),
                wish.notifyAddresses(),
                failures,
                wish.authentication(),
                wish.password(),
                wish.clientSecret(),
                wish.headers(),
                wish.skipCertVerify());
    }

    Forwarder forms(Sink sink) {
        return forms(sink.url(), ForwarderOptions.usual());
    }

    Forwarder forms(String url, ForwarderOptions options) {
        return forwarder(connection(url), FormType.SLUG, options);
    }

    /** One that does something with answers, or whatever else its script says. */
    Forwarder scripted(String url, String type, String script) {
        ForwarderWish wish = new ForwarderWish(
                connection(url).connectionId(), "", type, "", script, Method.POST, ForwarderOptions.usual());
        return world.in(who, () -> forwarders.create(who, wish));
    }

    Forwarder forwarder(Connection connection, String type, ForwarderOptions options) {
        return world.in(
                who,
                () -> forwarders.create(
                        who, new ForwarderWish(connection.connectionId(), "", type, "", "", Method.POST, options)));
    }

    static ForwarderOptions of(Set<String> xmlnses, Set<String> excludedUserIds, boolean retryAll, boolean snapshot) {
        return new ForwarderOptions(
                true, xmlnses, Set.of(), excludedUserIds, retryAll, USUAL_BACK_OFF_CODES, snapshot, 16, 0);
    }

    Forwarder again(Forwarder forwarder) {
        return world.in(who, () -> forwarders.find(who, forwarder.forwarderId()))
                .orElseThrow();
    }

    List<ForwardingRecord> records(Forwarder forwarder) {
        var filter = new RecordQuery.RecordFilter(
                forwarder.forwarderId(), Optional.empty(), "", Optional.empty(), Optional.empty());
        return world.in(who, () -> records.list(who, new RecordQuery(filter, PageRequest.first(100))))
                .items();
    }

    ForwardingRecord only(Forwarder forwarder) {
        return records(forwarder).getFirst();
    }

    /** Waits until the only record of a forwarder stands so. */
    void awaitState(Forwarder forwarder, RecordState state, int tries) {
        Sink.eventually(
                () -> {
                    List<ForwardingRecord> all = records(forwarder);
                    return !all.isEmpty()
                            && all.getFirst().standing().state() == state
                            && all.getFirst().standing().tries() == tries;
                },
                "stood as " + state + " after " + tries + " tries");
    }

    void act(ForwardingRecord record, Records.Deed deed) {
        world.in(who, () -> records.act(who, record.recordId(), deed));
    }

    void pause(Forwarder forwarder, boolean paused) {
        world.in(who, () -> forwarders.setPaused(who, forwarder.forwarderId(), paused));
    }

    @Override
    public void close() {
        consumer.close();
        sender.close();
        sequencer.close();
        try {
            wire.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        system.close();
        world.close();
    }
}

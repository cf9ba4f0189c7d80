// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.baraza.fixtures.Fixture;
import org.baraza.fixtures.FixtureProvider;
import org.baraza.persistence.changes.ProjectChanges;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.xml.XmlWriter;

/**
 * Reads a payload from one snapshot and writes it. What it holds in memory are the numbers of the cases and one batch of
 * rows; the connection is given back before the last bytes are written.
 */
public final class RestoreReading {
    private static final int BATCH = 1_000;

    private final Transactions transactions;
    private final RecipientStore recipients;
    private final CaseBodyStore bodies;
    private final Caseloads caseloads;
    private final SyncLogStore logs;
    private final ProjectChanges changes;
    private final Clock clock;
    private final List<FixtureProvider> fixtureProviders;
    private final ReadingTurns turns = new ReadingTurns();

    /** @param fixtureProviders in the order in which devices expect their fixtures */
    public RestoreReading(
            Transactions transactions,
            RecipientStore recipients,
            CaseGraphStore graphs,
            CaseBodyStore bodies,
            SyncLogStore logs,
            Clock clock,
            List<FixtureProvider> fixtureProviders) {
        this.transactions = transactions;
        this.recipients = recipients;
        this.bodies = bodies;
        this.changes = new ProjectChanges();
        this.caseloads = new Caseloads(graphs, bodies, changes);
        this.logs = logs;
        this.clock = clock;
        this.fixtureProviders = List.copyOf(fixtureProviders);
    }

    /** Writes the payload, compressed if the request allows it. */
    void writeTo(OutputStream sink, RestoreWork work) throws IOException {
        if (!work.request().gzip()) {
            write(sink, work);
            return;
        }
        FastGzip gzip = new FastGzip(sink);
        try {
            write(gzip, work);
            gzip.finish();
            sink.flush();
        } finally {
            gzip.release();
        }
    }

    private void write(OutputStream out, RestoreWork work) throws IOException {
        XmlWriter xml = new XmlWriter(out);
        SyncLog log = work.log();
        Optional<SyncResult> result = read(xml, work);
        if (result.isPresent()) {
            transactions.writing(tx -> complete(tx, log, result.get()));
            new RestoreWriter(xml).end();
            xml.flush();
        }
    }

    private Optional<SyncResult> read(XmlWriter xml, RestoreWork work) {
        try (var _ = turns.take(work.log())) {
            return transactions.read(tx -> {
                try {
                    return writeAllButEnd(tx, xml, work);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** How many first restores wait for their turn to be read. */
    int waiting() {
        return turns.waiting();
    }

    private void complete(Tx tx, SyncLog log, SyncResult result) {
        logs.complete(tx, log.id(), result, clock.instant());
        String previous = log.previousId();
        if (previous != null) {
            logs.forgetBefore(tx, previous);
        }
    }

    /** @return empty when phone and server do not agree about the past */
    private Optional<SyncResult> writeAllButEnd(Tx tx, XmlWriter xml, RestoreWork work) throws IOException {
        SyncLog log = work.log();
        RestoreRequest request = work.request();
        Optional<KnownSync> previous = Optional.ofNullable(log.previousId()).flatMap(id -> logs.find(tx, id));
        Optional<PhoneState> phone =
                work.standing().decide(log.previousId() != null, previous, request, new Numbers(tx));
        if (phone.isEmpty()) {
            return Optional.empty();
        }
        Recipient recipient = recipients
                .find(tx, log.userId(), work.projectName())
                .orElseThrow(() -> new Refused(new Problem.NotFound("user")));
        ProjectChanges.Place seen = changes.place(tx);
        Supplier<Caseload> caseload = () -> previous.map(sync -> caseloads.since(
                        tx, recipient.ownerIds(), sync, phone.get().shadow()))
                .orElseGet(() -> caseloads.all(tx, recipient.ownerIds()));
        FixtureChoice choice = FixtureChoice.of(
                tx, fixtureProviders, recipient, () -> recipients.rowOwners(tx, recipient), previous, request);
        NextState next = new NextState(phone.get());
        int cases = writeContent(tx, xml, work, recipient, choice.fixtures(), caseload, next);
        return Optional.of(new SyncResult(
                cases, recipient.ownerIds(), next.state(), seen, choice.held().marks()));
    }

    /** Looks cases up for the phone's standing. */
    private final class Numbers implements Standing.CaseNames {
        private final Tx tx;

        Numbers(Tx tx) {
            this.tx = tx;
        }

        @Override
        public Map<String, Integer> numbers(Collection<String> caseIds) {
            return bodies.numbers(tx, caseIds);
        }

        @Override
        public List<String> ids(int[] numbers) {
            return bodies.ids(tx, numbers);
        }
    }

    private int writeContent(
            Tx tx,
            XmlWriter xml,
            RestoreWork work,
            Recipient recipient,
            List<Fixture> fixtures,
            Supplier<Caseload> caseload,
            NextState next)
            throws IOException {
        RestoreWriter payload = new RestoreWriter(xml);
        SyncLog log = work.log();
        if (work.request().countsItems()) {
            Caseload counted = caseload.get();
            payload.start(RestoreWriter.FIXED_ITEMS + fixtures.size() + elements(tx, counted));
            writeHead(payload, xml, log, recipient, fixtures);
            return writeCases(tx, xml, counted, next, work.progress());
        }
        payload.start();
        writeHead(payload, xml, log, recipient, fixtures);
        return writeCases(tx, xml, caseload.get(), next, work.progress());
    }

    /** Flushed, so that the phone sees an answer while the cases are still read. */
    private static void writeHead(
            RestoreWriter payload, XmlWriter xml, SyncLog log, Recipient recipient, List<Fixture> fixtures)
            throws IOException {
        payload.head(log.id(), recipient);
        payload.fixtures(fixtures);
        xml.flush();
    }

    private long elements(Tx tx, Caseload caseload) {
        int[] numbers = caseload.numbers();
        return numbers.length
                + (caseload.hasStock() ? bodies.countSections(tx, boxed(numbers, 0, numbers.length)) : 0L);
    }

    private int writeCases(Tx tx, XmlWriter xml, Caseload caseload, NextState next, RestoreProgress progress)
            throws IOException {
        CaseElement element = new CaseElement(xml);
        LinkTargets targets = new LinkTargets(tx, bodies, caseload.graph());
        int[] numbers = caseload.numbers();
        for (int from = 0; from < numbers.length; from += BATCH) {
            progress.at(from, numbers.length);
            Integer[] batch = boxed(numbers, from, Math.min(from + BATCH, numbers.length));
            if (caseload.hasStock()) {
                BalanceElement.writeAll(xml, bodies.stock(tx, batch));
            }
            bodies.forEach(tx, batch, row -> write(row, caseload, element, targets, next));
        }
        return numbers.length;
    }

    private static void write(CaseRow row, Caseload caseload, CaseElement element, LinkTargets targets, NextState next)
            throws IOException {
        int number = row.number();
        if (caseload.deleted().get(number)) {
            element.tombstone(row);
            next.shadow().told(number, CaseElement.NOBODY, true);
            return;
        }
        if (caseload.held().get(number)) {
            element.update(row, caseload.hidden().of(number));
        } else {
            element.create(row, caseload.hidden().of(number));
            next.hash().toggle(row.caseId());
        }
        targets.tell(number, element.shown(), next.shadow().told(number, CaseElement.ownerOf(row), row.closed()));
    }

    private static Integer[] boxed(int[] numbers, int from, int to) {
        return Arrays.stream(numbers, from, to).boxed().toArray(Integer[]::new);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.baraza.fixtures.Fixture;
import org.baraza.fixtures.FixtureProvider;
import org.baraza.fixtures.FixtureRecipient;
import org.baraza.identity.ProjectAccess;
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

    /** @param standing told first whether there is a payload at all */
    void writeTo(OutputStream sink, ProjectAccess access, RestoreRequest request, SyncLog log, Standing standing)
            throws IOException {
        if (!request.gzip()) {
            write(sink, access, request, log, standing);
            return;
        }
        FastGzip gzip = new FastGzip(sink);
        try {
            write(gzip, access, request, log, standing);
            gzip.finish();
            sink.flush();
        } finally {
            gzip.release();
        }
    }

    private void write(OutputStream out, ProjectAccess access, RestoreRequest request, SyncLog log, Standing standing)
            throws IOException {
        XmlWriter xml = new XmlWriter(out);
        Optional<SyncResult> result = transactions.read(tx -> {
            try {
                return writeAllButEnd(tx, xml, access, request, log, standing);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (result.isPresent()) {
            transactions.writing(tx -> logs.complete(tx, log.id(), result.get(), clock.instant()));
            new RestoreWriter(xml).end();
            xml.flush();
        }
    }

    /** @return empty when phone and server do not agree about the past */
    private Optional<SyncResult> writeAllButEnd(
            Tx tx, XmlWriter xml, ProjectAccess access, RestoreRequest request, SyncLog log, Standing standing)
            throws IOException {
        Optional<KnownSync> previous = Optional.ofNullable(log.previousId()).flatMap(id -> logs.find(tx, id));
        Optional<PhoneState> phone = standing.decide(log.previousId() != null, previous, request, new Numbers(tx));
        if (phone.isEmpty()) {
            return Optional.empty();
        }
        Recipient recipient = recipients.find(tx, access).orElseThrow(() -> new Refused(new Problem.NotFound("user")));
        ProjectChanges.Place seen = changes.place(tx);
        Supplier<Caseload> caseload = () -> previous.map(sync -> caseloads.since(
                        tx, recipient.ownerIds(), sync, phone.get().shadow()))
                .orElseGet(() -> caseloads.all(tx, recipient.ownerIds()));
        NextState next = new NextState(phone.get());
        int cases = writeContent(tx, xml, request, log, recipient, caseload, next);
        return Optional.of(new SyncResult(cases, recipient.ownerIds(), next.state(), seen));
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
            RestoreRequest request,
            SyncLog log,
            Recipient recipient,
            Supplier<Caseload> caseload,
            NextState next)
            throws IOException {
        List<Fixture> fixtures = fixtures(tx, recipient);
        RestoreWriter payload = new RestoreWriter(xml);
        if (request.countsItems()) {
            Caseload counted = caseload.get();
            payload.start(RestoreWriter.FIXED_ITEMS + fixtures.size() + elements(tx, counted));
            writeHead(payload, xml, log, recipient, fixtures);
            return writeCases(tx, xml, counted, next);
        }
        payload.start();
        writeHead(payload, xml, log, recipient, fixtures);
        return writeCases(tx, xml, caseload.get(), next);
    }

    private List<Fixture> fixtures(Tx tx, Recipient recipient) {
        FixtureRecipient fixtureRecipient = new FixtureRecipient(recipient.userId(), recipient.ownerIds());
        List<Fixture> fixtures = new ArrayList<>();
        fixtureProviders.forEach(provider -> fixtures.addAll(provider.fixtures(tx, fixtureRecipient)));
        return fixtures;
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

    private int writeCases(Tx tx, XmlWriter xml, Caseload caseload, NextState next) throws IOException {
        CaseElement element = new CaseElement(xml);
        LinkTargets targets = new LinkTargets(tx, bodies, caseload.graph());
        int[] numbers = caseload.numbers();
        for (int from = 0; from < numbers.length; from += BATCH) {
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

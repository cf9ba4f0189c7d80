// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.baraza.fixtures.Fixture;
import org.baraza.fixtures.FixtureProvider;
import org.baraza.fixtures.FixtureRecipient;
import org.baraza.identity.ProjectAccess;
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
    private final CaseGraphStore graphs;
    private final CaseBodyStore bodies;
    private final SyncLogStore logs;
    private final List<FixtureProvider> fixtureProviders;

    /** @param fixtureProviders in the order in which devices expect their fixtures */
    public RestoreReading(
            Transactions transactions,
            RecipientStore recipients,
            CaseGraphStore graphs,
            CaseBodyStore bodies,
            SyncLogStore logs,
            List<FixtureProvider> fixtureProviders) {
        this.transactions = transactions;
        this.recipients = recipients;
        this.graphs = graphs;
        this.bodies = bodies;
        this.logs = logs;
        this.fixtureProviders = List.copyOf(fixtureProviders);
    }

    void writeTo(OutputStream sink, ProjectAccess access, RestoreRequest request, SyncLog log) throws IOException {
        if (!request.gzip()) {
            write(sink, access, request, log);
            return;
        }
        FastGzip gzip = new FastGzip(sink);
        try {
            write(gzip, access, request, log);
            gzip.finish();
            sink.flush();
        } finally {
            gzip.release();
        }
    }

    private void write(OutputStream out, ProjectAccess access, RestoreRequest request, SyncLog log) throws IOException {
        XmlWriter xml = new XmlWriter(out);
        int cases = transactions.read(tx -> {
            try {
                return writeAllButEnd(tx, xml, access, request, log);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        transactions.writing(tx -> logs.complete(tx, log.id(), cases));
        new RestoreWriter(xml).end();
        xml.flush();
    }

    private int writeAllButEnd(Tx tx, XmlWriter xml, ProjectAccess access, RestoreRequest request, SyncLog log)
            throws IOException {
        Recipient recipient = recipients.find(tx, access).orElseThrow(() -> new Refused(new Problem.NotFound("user")));
        List<Fixture> fixtures = fixtures(tx, recipient);
        RestoreWriter payload = new RestoreWriter(xml);
        if (request.countsItems()) {
            Caseload caseload = caseload(tx, recipient);
            payload.start(RestoreWriter.FIXED_ITEMS + fixtures.size() + elements(tx, caseload));
            writeHead(payload, xml, log, recipient, fixtures);
            return writeCases(tx, xml, caseload, request);
        }
        payload.start();
        writeHead(payload, xml, log, recipient, fixtures);
        return writeCases(tx, xml, caseload(tx, recipient), request);
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

    private Caseload caseload(Tx tx, Recipient recipient) {
        LoadedGraph loaded = graphs.load(tx, recipient.ownerIds());
        BitSet live = Relevance.live(loaded.graph());
        graphs.hideCircles(tx, loaded);
        return new Caseload(live.stream().map(loaded.graph()::number).toArray(), bodies.anyStock(tx), loaded.hidden());
    }

    private long elements(Tx tx, Caseload caseload) {
        int[] numbers = caseload.numbers();
        return numbers.length
                + (caseload.hasStock() ? bodies.countSections(tx, boxed(numbers, 0, numbers.length)) : 0L);
    }

    private int writeCases(Tx tx, XmlWriter xml, Caseload caseload, RestoreRequest request) throws IOException {
        CaseElement element = new CaseElement(xml, request.since() != null);
        int[] numbers = caseload.numbers();
        for (int from = 0; from < numbers.length; from += BATCH) {
            Integer[] batch = boxed(numbers, from, Math.min(from + BATCH, numbers.length));
            if (caseload.hasStock()) {
                BalanceElement.writeAll(xml, bodies.stock(tx, batch));
            }
            bodies.forEach(
                    tx, batch, row -> element.write(row, caseload.hidden().of(row.number())));
        }
        return numbers.length;
    }

    private static Integer[] boxed(int[] numbers, int from, int to) {
        return Arrays.stream(numbers, from, to).boxed().toArray(Integer[]::new);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.forms.ChunkStore.Old;
import org.baraza.persistence.blobs.BlobReferences;
import org.baraza.persistence.crash.CrashPoint;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the raw XML of old forms out of the database into chunks in the blob store: written, read again, and only then freed.
 * Whoever reads a form sees no difference. May run on several nodes at once and be cut short anywhere: a chunk of which no form
 * knows is swept.
 */
public final class ColdForms implements BlobReferences {
    private static final Logger LOG = LoggerFactory.getLogger(ColdForms.class);
    private static final int MOST_FORMS = 1_000;
    /** Far less than blobs are left alone that nobody refers to. */
    private static final Duration LONGEST_MOVE = Duration.ofHours(1);

    /** Of XML, which takes a third or less of that in the chunk; a form that is longer comes alone. */
    private static final long LONGEST_CHUNK = 12L << 20;

    private final Transactions transactions;
    private final FormChunks chunks;
    private final Clock clock;
    private final Duration age;
    private final ChunkStore store = new ChunkStore();

    /** @param age of forms that are moved; zero for none */
    public ColdForms(Transactions transactions, FormChunks chunks, Clock clock, Duration age) {
        this.transactions = transactions;
        this.chunks = chunks;
        this.clock = clock;
        this.age = age;
    }

    @Override
    public Collection<String> referred(Tx tx, Collection<String> keys) {
        return store.referred(tx, keys);
    }

    /** Moves all that is old enough in the project in scope; gives how many forms. */
    public int run() {
        if (age.isZero()) {
            return 0;
        }
        Instant before = clock.instant().minus(age);
        int moved = 0;
        Optional<Batch> batch = next(before);
        while (batch.isPresent()) {
            moved += move(batch.get());
            batch = next(before);
        }
        if (moved > 0) {
            LOG.atInfo().addKeyValue("forms", moved).log("forms.moved_to_chunks");
        }
        return moved;
    }

    /**
     * What makes a chunk.
     *
     * @param last the form up to which it was looked
     */
    private record Batch(Map<String, byte[]> packed, FormRun.Place last) {}

    private Optional<Batch> next(Instant before) {
        return transactions.read(tx -> {
            List<Old> old = fitting(store.next(tx, store.mark(tx), before, MOST_FORMS));
            return old.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Batch(
                            store.packed(
                                    tx,
                                    old.stream()
                                            .filter(Old::inTable)
                                            .map(form -> form.place().formId())
                                            .toList()),
                            old.getLast().place()));
        });
    }

    private static List<Old> fitting(List<Old> old) {
        List<Old> fitting = new ArrayList<>();
        long length = 0;
        for (Old form : old) {
            length += form.inTable() ? form.length() : 0;
            if (length > LONGEST_CHUNK && !fitting.isEmpty()) {
                return fitting;
            }
            fitting.add(form);
        }
        return fitting;
    }

    private int move(Batch batch) {
        if (batch.packed.isEmpty()) {
            transactions.writing(tx -> store.mark(tx, batch.last));
            return 0;
        }
        Instant began = clock.instant();
        try {
            Map<String, ChunkPart> written = chunks.write(batch.packed);
            CrashPoint.AFTER_CHUNK.reached();
            int freed = transactions.write(tx -> {
                if (clock.instant().isAfter(began.plus(LONGEST_MOVE))) {
                    // The machine slept: what nobody refers to may have been swept meanwhile.
                    throw new IllegalStateException("a chunk was written too long ago");
                }
                store.mark(tx, batch.last);
                return store.free(tx, written);
            });
            if (freed == 0) {
                // Another node was faster.
                chunks.delete(written.values().iterator().next().blobKey());
            }
            return freed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

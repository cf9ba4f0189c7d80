// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.baraza.forms.FormCondition.Says;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Looks through what forms say for what no index knows. It costs what there is to look through, so there is a most of that,
 * and of the time that it takes; whoever asks for more is told to ask for something narrower.
 */
final class FormScan {
    private static final int MOST = 10_000;
    private static final int AT_ONCE = 25;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** A scan takes a processor for itself, so a node has few of them at once. */
    private static final int SCANS_AT_ONCE = 2;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final FormChunks chunks;
    private final FormListStore store = new FormListStore();
    private final FormReadStore contents = new FormReadStore();
    private final int most;
    private final Duration longestWait;
    private final Semaphore turns;

    FormScan(Transactions transactions, FormChunks chunks) {
        this(transactions, chunks, MOST, SCANS_AT_ONCE, LONGEST_WAIT);
    }

    FormScan(Transactions transactions, FormChunks chunks, int most, int atOnce, Duration longestWait) {
        this.transactions = transactions;
        this.chunks = chunks;
        this.most = most;
        this.longestWait = longestWait;
        this.turns = new Semaphore(atOnce, true);
    }

    /** Whoever comes while others look through forms waits for a while, and is then asked to come again. */
    Slice<ListedForm> slice(FormList list, SliceRequest request) {
        takeTurn();
        try {
            return scanned(list, request);
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refused(new Problem.TooMany(LONGEST));
    }

    private Slice<ListedForm> scanned(FormList list, SliceRequest request) {
        List<String> ids = transactions.read(tx -> tx.within(
                LONGEST, () -> store.ids(tx, list, most + 1), () -> new Refused(Problem.Invalid.tookTooLong())));
        if (ids.size() > most) {
            throw narrower(list, "it would look through more than " + most + " forms");
        }
        Slice<String> found = Slice.of(matching(ids, list), request);
        Map<String, ListedForm> rows = transactions.read(tx -> store.find(tx, found.items()));
        return new Slice<>(
                found.items().stream().map(rows::get).filter(Objects::nonNull).toList(), found.total());
    }

    private List<String> matching(List<String> ids, FormList list) {
        List<Says> wanted = list.said();
        long end = System.nanoTime() + LONGEST.toNanos();
        List<String> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            if (System.nanoTime() > end) {
                throw narrower(list, "it takes too long");
            }
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            Map<String, KeptXml> kept = chunks.atHand(transactions.read(tx -> contents.xml(tx, some)));
            some.stream()
                    .filter(id -> Optional.ofNullable(kept.get(id))
                            .filter(KeptXml::isAtHand)
                            .flatMap(xml -> FormContent.of(xml.unpacked()).json())
                            .filter(json ->
                                    wanted.stream().allMatch(each -> SaidText.is(json, each.path(), each.value())))
                            .isPresent())
                    .forEach(found::add);
        }
        return found;
    }

    private static Refused narrower(FormList list, String why) {
        String name = "form." + list.said().getFirst().path();
        return new Refused(Problem.Invalid.field(
                name,
                "TOO_MUCH_TO_LOOK_THROUGH",
                "Bad query parameter: " + name + " is in no index, and " + why
                        + "; narrow it down by xmlns, app_id, case_id, received_on_start or received_on_end."));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for every history; each seed is a random one, named when it fails. */
class CaseHistoryPropertiesTest {
    private static final Instant NOW = Instant.parse("2024-03-01T08:00:00Z");
    private static final int CASES = 4;

    static List<Long> seeds() {
        return new Random(2024).longs(300).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void foldingTheHistoryAgainGivesWhatWasAppliedFormByForm(long seed) throws Exception {
        History history = History.random(new Random(seed));
        Map<String, Looks> forward = history.looks();
        history.forms.forEach(form -> {
            history.revoke(form, true);
            history.revoke(form, false);
        });
        assertThat(history.looks()).as("seed " + seed).isEqualTo(forward);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void archivingAFormIsAsIfItHadNeverCome(long seed) throws Exception {
        Random random = new Random(seed);
        History all = History.random(random);
        String archived = all.forms.get(random.nextInt(all.forms.size()));
        all.revoke(archived, true);

        assertThat(all.looks())
                .as("seed " + seed)
                .isEqualTo(all.without(archived).looks());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFormThatComesAfterAnotherWasArchivedFindsTheCasesAsIfThatOneHadNeverCome(long seed) throws Exception {
        Random random = new Random(seed);
        History all = History.random(random);
        String archived = all.forms.get(random.nextInt(all.forms.size()));
        all.revoke(archived, true);
        String later = blocks(random);
        all.send("f90", later);

        assertThat(all.looks())
                .as("seed " + seed)
                .isEqualTo(all.without(archived).looks());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void editingAFormIsAsIfItsNewContentHadComeInItsPlace(long seed) throws Exception {
        Random random = new Random(seed);
        History edited = History.random(random);
        String form = edited.forms.get(random.nextInt(edited.forms.size()));
        String content = blocks(random);
        edited.edit(form, content);

        History fresh = new History();
        for (var sent : edited.sent.entrySet()) {
            fresh.send(sent.getKey(), sent.getKey().equals(form) ? content : sent.getValue());
        }
        assertThat(edited.looks()).as("seed " + seed).isEqualTo(fresh.looks());
    }

    /** What of a case does not depend on when the server did what. */
    private record Looks(String type, String name, String owner, boolean closed, Map<String, String> properties) {}

    /** A project of a few cases in memory: what the stores would hold. */
    private static final class History {
        private final Map<String, CaseState> states = new TreeMap<>();
        private final Map<String, List<CaseTransaction>> transactions = new TreeMap<>();
        private final Map<String, String> sent = new LinkedHashMap<>();
        private final List<String> forms = new ArrayList<>();
        private final AtomicInteger numbers = new AtomicInteger();

        static History random(Random random) throws Exception {
            History history = new History();
            int forms = 1 + random.nextInt(8);
            for (int i = 0; i < forms; i++) {
                history.send("f" + i, blocks(random));
            }
            return history;
        }

        /** The same forms in the same order, but for one that never came. */
        History without(String form) throws Exception {
            History others = new History();
            for (var one : sent.entrySet()) {
                if (!one.getKey().equals(form)) {
                    others.send(one.getKey(), one.getValue());
                }
            }
            return others;
        }

        void send(String form, String content) throws Exception {
            CaseBook book = book();
            assertThat(book.apply(new FormRef(form, arrival(form), arrival(form), null), report(content)))
                    .isEmpty();
            keep(book);
            sent.put(form, content);
            forms.add(form);
        }

        void edit(String form, String content) throws Exception {
            CaseBook book = book();
            Set<String> former = new HashSet<>();
            transactions.forEach((caseId, steps) -> {
                if (steps.stream().anyMatch(step -> form.equals(step.formId()))) {
                    former.add(caseId);
                }
            });
            assertThat(book.replace(
                            new FormRef(form, arrival(form), NOW.plusSeconds(100), null),
                            report(content),
                            false,
                            former,
                            transactions,
                            TransactionType.REBUILD_FORM_EDIT))
                    .isEmpty();
            keep(book);
        }

        void revoke(String form, boolean revoked) {
            Map<String, List<CaseTransaction>> touched = new TreeMap<>();
            transactions.forEach((caseId, steps) -> {
                if (steps.stream().anyMatch(step -> form.equals(step.formId()))) {
                    touched.put(caseId, List.copyOf(steps));
                }
            });
            CaseBook book = book();
            book.revoke(form, revoked, touched, TransactionType.REBUILD_FORM_ARCHIVED, NOW);
            keep(book);
        }

        private static Instant arrival(String form) {
            return NOW.plusSeconds(Long.parseLong(form.substring(1)));
        }

        private CaseBook book() {
            return new CaseBook(states.values(), Set.of(), numbers::incrementAndGet);
        }

        private void keep(CaseBook book) {
            book.createdStates().forEach(state -> states.put(state.caseId(), state));
            book.changedStates().forEach(state -> states.put(state.caseId(), state));
            for (CaseTransaction step : book.transactions()) {
                List<CaseTransaction> steps = transactions.computeIfAbsent(step.caseId(), id -> new ArrayList<>());
                steps.removeIf(old -> old.ordinal() == step.ordinal());
                // As the database keeps it: written and read again.
                steps.add(stored(step));
                steps.sort(Comparator.comparingInt(CaseTransaction::ordinal));
            }
        }

        private static CaseTransaction stored(CaseTransaction step) {
            return new CaseTransaction(
                    step.caseId(),
                    step.ordinal(),
                    step.formId(),
                    step.type(),
                    step.revoked(),
                    step.syncLogId(),
                    step.serverDate(),
                    step.clientDate(),
                    step.userId(),
                    CaseJson.work(step.caseId(), CaseJson.work(step.work()).toString()));
        }

        Map<String, Looks> looks() {
            Map<String, Looks> looks = new TreeMap<>();
            states.forEach((id, state) -> {
                if (!state.deleted()) {
                    looks.put(
                            id,
                            new Looks(
                                    state.type(),
                                    state.name(),
                                    state.ownerId(),
                                    state.closed(),
                                    new TreeMap<>(state.properties())));
                }
            });
            return looks;
        }
    }

    private static CaseReport report(String blocks) throws Exception {
        String form = "<data xmlns=\"http://example.org/f\">" + blocks + "</data>";
        return CaseBlockReader.read(
                XmlReader.read(form.getBytes(StandardCharsets.UTF_8), XmlLimits.FORM), "u-form", NOW);
    }

    private static String blocks(Random random) {
        StringBuilder blocks = new StringBuilder();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            blocks.append("<case xmlns=\"http://commcarehq.org/case/transaction/v2\" case_id=\"c")
                    .append(random.nextInt(CASES))
                    .append("\" user_id=\"u")
                    .append(random.nextInt(3))
                    .append("\" date_modified=\"2024-03-01T08:0")
                    .append(random.nextInt(10))
                    .append(":00Z\">");
            if (random.nextInt(3) == 0) {
                blocks.append("<create><case_type>t")
                        .append(random.nextInt(3))
                        .append("</case_type><case_name>n")
                        .append(random.nextInt(9))
                        .append("</case_name></create>");
            }
            if (random.nextInt(2) == 0) {
                String name = "p" + random.nextInt(3);
                blocks.append("<update><%s>%d</%s></update>".formatted(name, random.nextInt(9), name));
            }
            if (random.nextInt(4) == 0) {
                blocks.append("<update><owner_id>")
                        .append(random.nextBoolean() ? "o" + random.nextInt(3) : "")
                        .append("</owner_id></update>");
            }
            if (random.nextInt(6) == 0) {
                blocks.append("<close/>");
            }
            blocks.append("</case>");
        }
        return blocks.toString();
    }
}

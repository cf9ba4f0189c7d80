// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Finds out where a phone stands that wants to continue (device protocol: sync log, rules 2 to 5), in the snapshot that its
 * payload is read from, and tells whoever answers it. A phone purges when it likes, so several states are right.
 */
final class Standing {
    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();

    /** Whether there is a payload. */
    sealed interface Verdict {
        /** @param disagrees whether the phone said another state than ours, and is told what changed nevertheless */
        record Continue(boolean disagrees) implements Verdict {}

        /** @param disagrees whether the phone said another state than ours */
        record StartOver(String reason, boolean disagrees) implements Verdict {}
    }

    /** Names and numbers of cases. */
    interface CaseNames {
        Map<String, Integer> numbers(Collection<String> caseIds);

        /** In any order. */
        List<String> ids(int[] numbers);
    }

    /**
     * Decides, once.
     *
     * @param continues whether the phone named a sync
     * @param known that sync, unless it is gone
     * @return what the phone holds; empty when it must start over
     */
    Optional<PhoneState> decide(boolean continues, Optional<KnownSync> known, RestoreRequest request, CaseNames names) {
        if (!continues) {
            verdict.complete(new Verdict.Continue(false));
            return Optional.of(PhoneState.EMPTY);
        }
        if (known.isEmpty()) {
            verdict.complete(new Verdict.StartOver(Restore.UNKNOWN_SYNC, false));
            return Optional.empty();
        }
        PhoneState now = afterForms(known.get(), names);
        Optional<PhoneState> agreed = agreed(now, known.get().ownerIds(), request, names);
        if (agreed.isPresent()) {
            verdict.complete(new Verdict.Continue(false));
            return agreed;
        }
        PhoneState purged = lastOf(now, known.get().ownerIds(), names);
        if (request.isFromWebApps()) {
            verdict.complete(new Verdict.Continue(true));
            return Optional.of(purged);
        }
        verdict.complete(new Verdict.StartOver(
                "Phone state hash mismatch. Server hash: ccsh:"
                        + (purged.shadow().size() == 0 ? "" : purged.hash().hex())
                        + ", Phone hash: " + request.state() + ". # of cases: "
                        + purged.shadow().size(),
                true));
        return Optional.empty();
    }

    private static PhoneState afterForms(KnownSync sync, CaseNames names) {
        return afterForms(sync, names::numbers);
    }

    /** What the phone holds after the forms that it sent since that sync. */
    static PhoneState afterForms(KnownSync sync, Function<Collection<String>, Map<String, Integer>> numbersOf) {
        Set<String> ids = new HashSet<>();
        for (PhoneStep step : sync.steps()) {
            ids.add(step.caseId());
            step.links().stream()
                    .map(PhoneStep.Link::target)
                    .filter(target -> !target.isEmpty())
                    .forEach(ids::add);
        }
        Map<String, Integer> numbers = numbersOf.apply(ids);
        return sync.state().after(sync.steps(), caseId -> numbers.getOrDefault(caseId, 0));
    }

    /** The last of the right states that the phone may mean; without a word from it, the one that has purged all. */
    private static Optional<PhoneState> agreed(
            PhoneState now, Set<String> ownerIds, RestoreRequest request, CaseNames names) {
        String said = request.state();
        if (said == null) {
            return Optional.of(lastOf(now, ownerIds, names));
        }
        Optional<PhoneState> meant = Optional.empty();
        for (Optional<PhoneState> state = Optional.of(now);
                state.isPresent();
                state = state.get().purged(ownerIds, names::ids)) {
            if (state.get().isCalled(said)) {
                meant = state;
            }
        }
        return meant;
    }

    private static PhoneState lastOf(PhoneState now, Set<String> ownerIds, CaseNames names) {
        PhoneState last = now;
        for (Optional<PhoneState> next = last.purged(ownerIds, names::ids);
                next.isPresent();
                next = last.purged(ownerIds, names::ids)) {
            last = next.get();
        }
        return last;
    }

    /** Nothing could be decided. */
    void fail(Throwable failure) {
        verdict.completeExceptionally(failure);
    }

    /** Waits for the verdict. */
    Verdict await() {
        try {
            return verdict.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}

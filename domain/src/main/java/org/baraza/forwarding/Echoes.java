// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baraza.forwarding.OccurrenceStore.Step;
import org.baraza.forwarding.Occurrences.Told;
import org.baraza.forwarding.spi.Occurrence;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.NumberedChange;
import org.baraza.persistence.tenancy.Tx;

/**
 * Changes that answers to forwarders asked for. Forwarders that hear answers do not go on with them for ever: none is told of what
 * it did itself, nor of a case that only answers changed lately, too often or back to itself (data forwarding: forwarder record).
 */
final class Echoes {
    /** So many answers one after the other. */
    private static final int LONGEST = 5;

    private static final Echoes NONE = new Echoes(Set.of(), Map.of(), Map.of());

    private final Set<String> hearing;
    private final Map<String, String> madeBy;
    private final Map<Step, List<Optional<String>>> lastMadeBy;

    /**
     * @param hearing devices of forwarders that hear answers
     * @param madeBy devices of the forms among changes that answers asked for, by their ids
     * @param lastMadeBy devices of the last forms of their cases then, newest first; empty for other forms
     */
    private Echoes(Set<String> hearing, Map<String, String> madeBy, Map<Step, List<Optional<String>>> lastMadeBy) {
        this.hearing = hearing;
        this.madeBy = madeBy;
        this.lastMadeBy = lastMadeBy;
    }

    /** @param hearing forwarders that hear answers */
    static Echoes among(Tx tx, OccurrenceStore store, List<NumberedChange> changes, List<Forwarder> hearing) {
        List<NumberedChange> ofForms = changes.stream()
                .filter(change -> change.kind() == Change.Kind.FORM)
                .toList();
        Map<String, String> madeBy = ofForms.isEmpty() || hearing.isEmpty()
                ? Map.of()
                : store.madeBy(
                        tx, ofForms.stream().map(NumberedChange::documentId).toList(), AnswerActions.XMLNS);
        if (madeBy.isEmpty()) {
            return NONE;
        }
        return new Echoes(
                hearing.stream().map(AnswerActions::device).collect(Collectors.toSet()),
                madeBy,
                store.lastMadeBy(tx, madeBy.keySet(), AnswerActions.XMLNS, LONGEST));
    }

    /** Whether a forwarder is not to be told. */
    boolean isOne(Told told, Forwarder forwarder) {
        String device = AnswerActions.device(forwarder);
        if (!hearing.contains(device)) {
            return false;
        }
        String formId = told.change().documentId();
        Optional<String> maker = Optional.ofNullable(madeBy.get(formId));
        if (maker.isEmpty()) {
            return false;
        }
        return maker.get().equals(device)
                || cases(told).stream()
                        .anyMatch(caseId ->
                                goesRound(lastMadeBy.getOrDefault(new Step(formId, caseId), List.of()), device));
    }

    private static Collection<String> cases(Told told) {
        return told.occurrence() instanceof Occurrence.CaseChanged changed
                ? List.of(changed.payloadId())
                : told.change().caseIds();
    }

    private static boolean goesRound(List<Optional<String>> lastMadeBy, String device) {
        List<String> chain = new ArrayList<>();
        lastMadeBy.stream().takeWhile(Optional::isPresent).forEach(maker -> chain.add(maker.get()));
        return chain.contains(device) || chain.size() >= LONGEST;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.forwarding.OccurrenceStore.Step;
import org.baraza.forwarding.spi.Occurrence;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.NumberedChange;
import org.baraza.persistence.tenancy.Tx;

/** What changes of a project mean for forwarders. */
final class Occurrences {
    private final OccurrenceStore store = new OccurrenceStore();

    /** An occurrence and the change that tells of it. */
    record Told(NumberedChange change, Occurrence occurrence) {}

    /**
     * Which of them answers asked for.
     *
     * @param hearing forwarders that hear answers
     */
    Echoes echoes(Tx tx, List<NumberedChange> changes, List<Forwarder> hearing) {
        return Echoes.among(tx, store, changes, hearing);
    }

    /** In the order of the feed. */
    List<Told> of(Tx tx, List<NumberedChange> changes) {
        Set<String> formIds = new LinkedHashSet<>();
        Set<String> caseIds = new LinkedHashSet<>();
        changes.forEach(change -> {
            if (change.kind() == Change.Kind.FORM) {
                formIds.add(change.documentId());
            }
            caseIds.addAll(change.caseIds());
        });
        Map<String, Occurrence> forms = formIds.isEmpty() ? Map.of() : store.forms(tx, formIds);
        Map<Step, Occurrence.CaseChanged> steps = caseIds.isEmpty() ? Map.of() : store.steps(tx, formIds);
        Map<String, Occurrence.CaseChanged> cases = caseIds.isEmpty() ? Map.of() : store.cases(tx, caseIds);
        List<Told> told = new ArrayList<>();
        for (NumberedChange change : changes) {
            String id = change.documentId();
            switch (change.kind()) {
                case FORM -> Optional.ofNullable(forms.get(id)).ifPresent(form -> told.add(new Told(change, form)));
                case APP -> told.add(new Told(change, new Occurrence.AppSaved(id)));
                case USER -> told.add(new Told(change, new Occurrence.UserSaved(id)));
                case LOCATION -> told.add(new Told(change, new Occurrence.LocationSaved(id)));
                case CASE, JOB -> {}
            }
            for (String caseId : change.caseIds()) {
                Optional.ofNullable(steps.get(new Step(id, caseId)))
                        .or(() -> Optional.ofNullable(cases.get(caseId)))
                        .ifPresent(step -> told.add(new Told(change, step)));
            }
        }
        return told;
    }
}

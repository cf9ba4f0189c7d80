// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.caseactions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.CaseChange;
import org.baraza.cases.CaseState;
import org.baraza.dictionary.DescribedType;
import org.baraza.exchange.imports.DictionaryCheck;
import org.baraza.exchange.imports.ImportServices;
import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.IdsWork.Numbered;
import org.baraza.exchange.work.Outcome;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.work.Step;
import org.baraza.forms.ServerForm;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Reach;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Cases that are changed together, by one form. A form that breaks a rule of cases is taken apart, so that only the cases at
 * fault are left as they were.
 */
record CaseChunk(ImportServices services, ProjectAccess who, CaseDeed deed, List<Numbered> chunk) implements Step {
    /** Stands in the form where phones put their device. */
    private static final String MADE_BY = "web";

    @Override
    public RowPlace place() {
        return place(chunk.getFirst());
    }

    private static RowPlace place(Numbered one) {
        return one.place(one.id());
    }

    @Override
    public int rows() {
        return chunk.size();
    }

    @Override
    public Outcome takeAll(Tx tx) {
        return new Taking(tx).all();
    }

    /** One attempt; another may follow when the transaction loses to others. */
    private final class Taking {
        private final Tx tx;
        private final List<Effect> effects = new ArrayList<>();
        private final List<Outcome.Bad> bad = new ArrayList<>();
        private final Map<Numbered, CaseChange> changes = new LinkedHashMap<>();
        private final Map<String, Optional<DescribedType>> described = new HashMap<>();

        Taking(Tx tx) {
            this.tx = tx;
        }

        Outcome all() {
            Map<String, CaseState> known =
                    services.cases().find(tx, chunk.stream().map(Numbered::id).toList());
            Optional<Set<String>> seen = Reach.owners(tx, who);
            for (Numbered one : chunk) {
                try {
                    take(one, visible(known.get(one.id()), seen));
                } catch (RowRefused refused) {
                    bad.add(new Outcome.Bad(place(one), refused.faults()));
                }
            }
            submitAll();
            return new Outcome.Several(effects, bad);
        }

        /** A case of other locations than she may see is not there. */
        private static CaseState visible(@Nullable CaseState state, Optional<Set<String>> seen) {
            if (state == null || (seen.isPresent() && !seen.get().contains(state.ownerId()))) {
                throw new RowRefused("", "NOT_FOUND", "There is no such case.");
            }
            if (state.deleted()) {
                throw new RowRefused("", "CASE_DELETED", "This case is deleted.");
            }
            return state;
        }

        private void take(Numbered one, CaseState state) {
            Optional<CaseChange> change = deed.to(state);
            if (change.isEmpty()) {
                effects.add(Effect.UNCHANGED);
                return;
            }
            if (deed instanceof CaseDeed.Edit(Map<String, String> properties)) {
                described(state.type()).ifPresent(type -> DictionaryCheck.refuse(type, properties));
            }
            changes.put(one, change.get());
        }

        private Optional<DescribedType> described(String type) {
            return described.computeIfAbsent(type, name -> services.dictionary().described(tx, name));
        }

        private void submitAll() {
            if (changes.isEmpty()) {
                return;
            }
            try {
                submit(List.copyOf(changes.values()));
            } catch (Refused refused) {
                changes.forEach(this::submitAlone);
            }
        }

        private void submitAlone(Numbered one, CaseChange change) {
            try {
                submit(List.of(change));
            } catch (Refused refused) {
                bad.add(new Outcome.Bad(
                        place(one),
                        List.of(new Outcome.Fault(
                                "", refused.problem().code(), refused.problem().message()))));
            }
        }

        private void submit(List<CaseChange> together) {
            ServerForm form = ServerForm.of(
                    ServerForm.User.of(who.actor()), ServerForm.CASE_CHANGES, deed.title(), MADE_BY, together);
            tx.part(() -> services.forms().submit(tx, form));
            together.forEach(_ -> effects.add(Effect.UPDATED));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import static org.baraza.exchange.imports.ImportColumns.PARENT_EXTERNAL_ID;
import static org.baraza.exchange.imports.ImportColumns.PARENT_ID;
import static org.baraza.exchange.imports.ImportColumns.PARENT_TYPE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.CaseState;
import org.baraza.dictionary.DescribedType;
import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.Outcome;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.work.Step;
import org.baraza.forms.ServerForm;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Refused;

/**
 * Rows that are done together: as one form, or as more where a row needs the case of one before it. A form that breaks a rule of
 * cases is taken apart, so that only the rows at fault are left out.
 */
record ImportChunk(
        ImportServices services,
        ProjectAccess who,
        ImportPlan plan,
        List<ImportRow> chunk,
        ImportOwners owners,
        PromisedCases promised)
        implements Step {
    /** As the importer of CommCare HQ names itself in its forms. */
    static final String MADE_BY = "corehq.apps.case_importer.do_import.do_import";

    private static final String TITLE = "Case import";
    /** A form may become no larger than one that comes from outside. */
    private static final int LONGEST_FORM = 2_000_000;

    @Override
    public RowPlace place() {
        return place(chunk.getFirst());
    }

    private static RowPlace place(ImportRow row) {
        return new RowPlace("", row.number(), row.searchId());
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
        private final List<CaseDraft> drafts = new ArrayList<>();
        private final Set<String> drafted = new HashSet<>();
        private final Optional<DescribedType> described;
        private KnownCases known;
        private int length;

        Taking(Tx tx) {
            this.tx = tx;
            known = new KnownCases(tx, services.cases(), plan, chunk);
            described = services.dictionary().described(tx, plan.caseType());
        }

        Outcome all() {
            for (ImportRow row : chunk) {
                try {
                    take(row);
                } catch (RowRefused refused) {
                    bad.add(new Outcome.Bad(place(row), refused.faults()));
                }
            }
            submit();
            return new Outcome.Several(effects, bad);
        }

        private void take(ImportRow row) {
            if (row.broken()) {
                throw RowTrouble.IMPORT_ERROR.saying("A cell holds an error of the spreadsheet instead of a value.");
            }
            if (row.isBlank()) {
                effects.add(Effect.UNCHANGED);
                return;
            }
            described.ifPresent(type -> DictionaryCheck.refuse(type, row.properties()));
            if (plan.byExternalId() && row.searchId().isEmpty()) {
                throw RowTrouble.BLANK_EXTERNAL_ID.in(plan.searchColumn());
            }
            if (row.needs().anyMatch(drafted::contains) || length + row.length() > LONGEST_FORM) {
                submit();
                known = new KnownCases(tx, services.cases(), plan, chunk);
            }
            Optional<CaseState> before = known.subject(row);
            if (before.isEmpty() && plan.byExternalId() && isPromised(plan.caseType(), row.searchId())) {
                effects.add(Effect.UPDATED);
                return;
            }
            if (before.isEmpty() && !plan.createsNew()) {
                effects.add(Effect.UNCHANGED);
                return;
            }
            owners.refuseUnseen(before);
            Optional<CaseState> parent = isBelowPromised(row) ? Optional.empty() : known.parent(row);
            owners.refuseUnseen(parent);
            Optional<String> owner = owners.of(row);
            add(
                    before.isPresent()
                            ? CaseDraft.update(row, before.get(), owner, parent)
                            : CaseDraft.creation(
                                    row, plan, owner.orElse(who.actor().userId()), parent));
        }

        private boolean isPromised(String type, String externalId) {
            return promised.has(type, externalId, chunk.getFirst().number());
        }

        private boolean isBelowPromised(ImportRow row) {
            return row.says(PARENT_ID).isEmpty()
                    && row.says(PARENT_EXTERNAL_ID)
                            .filter(id -> isPromised(row.says(PARENT_TYPE).orElse(plan.caseType()), id))
                            .isPresent();
        }

        private void add(CaseDraft draft) {
            drafts.add(draft);
            draft.externalId().ifPresent(id -> {
                drafted.add(id);
                promised.promise(plan.caseType(), id, draft.row().number());
            });
            length += draft.row().length();
        }

        private void submit() {
            List<CaseDraft> together = List.copyOf(drafts);
            drafts.clear();
            drafted.clear();
            length = 0;
            if (together.isEmpty()) {
                return;
            }
            try {
                submit(together);
            } catch (Refused refused) {
                together.forEach(this::submitAlone);
            }
        }

        private void submitAlone(CaseDraft draft) {
            try {
                submit(List.of(draft));
            } catch (Refused refused) {
                RowRefused trouble = RowTrouble.CASE_GENERATION_ERROR.saying(
                        refused.problem().message());
                bad.add(new Outcome.Bad(place(draft.row()), trouble.faults()));
            }
        }

        private void submit(List<CaseDraft> together) {
            ServerForm form = ServerForm.of(
                    ServerForm.User.of(who.actor()),
                    ServerForm.CASE_CHANGES,
                    TITLE,
                    MADE_BY,
                    together.stream().map(CaseDraft::change).toList());
            tx.part(() -> services.forms().submit(tx, form));
            together.forEach(draft -> effects.add(draft.effect()));
        }
    }
}

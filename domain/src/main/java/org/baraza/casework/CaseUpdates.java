// SPDX-License-Identifier: Apache-2.0
package org.baraza.casework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.baraza.cases.CaseChange;
import org.baraza.cases.CaseIndex;
import org.baraza.cases.CaseLists;
import org.baraza.cases.CaseState;
import org.baraza.cases.ContentError;
import org.baraza.cases.ListedCase;
import org.baraza.casework.CaseUpdate.Aim;
import org.baraza.casework.IndexUpdate.By;
import org.baraza.forms.ServerForm;
import org.baraza.forms.ServerForms;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Reach;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/** Does what programs want of cases (data API: case write). Refusals are in the words of CommCare HQ. */
public final class CaseUpdates {
    /** Kind of work of what the data API does. */
    public static final String DATA_API = "http://commcarehq.org/case_api";

    private final CaseLists cases;
    private final ServerForms forms;
    private final Reach reach;

    public CaseUpdates(CaseLists cases, ServerForms forms, Reach reach) {
        this.cases = cases;
        this.forms = forms;
        this.reach = reach;
    }

    /** Does one update. Needs {@code edit_data}. */
    public CaseOutcome one(ProjectAccess who, CaseUpdate update, String madeBy) {
        return changed(who, List.of(update), ofDataApi(who, madeBy), false);
    }

    /** Does all updates or, if one of them cannot be, none; every one that cannot be is named by its place. */
    public CaseOutcome all(ProjectAccess who, List<CaseUpdate> updates, String madeBy) {
        return all(who, updates, ofDataApi(who, madeBy));
    }

    /**
     * As {@link #all(ProjectAccess, List, String)}, for a part of the server that has forms of a kind of its own.
     *
     * @param form of the changes that are wanted
     */
    public CaseOutcome all(ProjectAccess who, List<CaseUpdate> updates, Function<List<CaseChange>, ServerForm> form) {
        return changed(who, updates, form, true);
    }

    private static Function<List<CaseChange>, ServerForm> ofDataApi(ProjectAccess who, String madeBy) {
        return changes -> ServerForm.of(ServerForm.User.of(who.actor()), DATA_API, "Case update", madeBy, changes);
    }

    private CaseOutcome changed(
            ProjectAccess who,
            List<CaseUpdate> updates,
            Function<List<CaseChange>, ServerForm> work,
            boolean numbered) {
        who.require(Permission.EDIT_DATA);
        Known known = known(who, updates);
        Optional<Set<String>> owners = reach.owners(who);
        List<String> errors = new ArrayList<>();
        List<CaseUpdate> settled = new ArrayList<>();
        for (CaseUpdate update : updates) {
            collect(
                    errors,
                    settled.size() + errors.size(),
                    numbered,
                    () -> settled.add(settled(update, known, owners)));
        }
        List<CaseChange> changes = new ArrayList<>();
        if (errors.isEmpty()) {
            for (CaseUpdate update : settled) {
                collect(errors, changes.size() + errors.size(), numbered, () -> changes.add(change(update, known)));
            }
        }
        if (!errors.isEmpty()) {
            throw new Refused(Problem.Invalid.field("cases", "UPDATE_INVALID", String.join("; ", errors)));
        }
        ServerForm form = work.apply(changes);
        Optional<ContentError> wrong = forms.offer(form);
        return wrong.isPresent()
                ? new FormRefused(form.formId(), wrong.get())
                : new CasesChanged(
                        form.formId(), changes.stream().map(CaseChange::caseId).toList());
    }

    private interface Row {
        void go() throws BadUpdate;
    }

    private static void collect(List<String> errors, int row, boolean numbered, Row work) {
        try {
            work.go();
        } catch (BadUpdate bad) {
            String place = numbered ? "Error in row " + (row + 1) + ": " : "";
            errors.add(place + bad.reason());
        }
    }

    /** All cases that the updates name, in three reads at most however many there are. */
    private Known known(ProjectAccess who, List<CaseUpdate> updates) {
        Set<String> ids = new HashSet<>();
        Set<String> externalIds = new HashSet<>();
        for (CaseUpdate update : updates) {
            if (update.caseId() != null) {
                ids.add(update.caseId());
            } else if (update.namedBy() != null) {
                externalIds.add(update.namedBy());
            }
            targets(update, By.CASE_ID).forEach(ids::add);
            targets(update, By.EXTERNAL_ID).forEach(externalIds::add);
        }
        Map<String, String> putIds = new LinkedHashMap<>();
        updates.stream()
                .flatMap(update -> putBy(update).stream())
                .forEach(externalId -> putIds.put(externalId, PutId.of(who.project(), externalId)));
        if (!putIds.isEmpty()) {
            // One that another case has, whose external id was changed since, is left alone.
            putIds.values().removeAll(cases.taken(who, List.copyOf(putIds.values())));
        }
        Map<String, CaseState> byId = new LinkedHashMap<>();
        cases.find(who, ids).forEach((id, found) -> byId.put(id, found.state()));
        Map<String, List<CaseState>> byExternalId = new LinkedHashMap<>();
        cases.named(who, externalIds)
                .forEach((id, found) -> byExternalId.put(
                        id, found.stream().map(ListedCase::state).toList()));
        return new Known(byId, byExternalId, putIds);
    }

    private static Stream<String> targets(CaseUpdate update, By by) {
        return update.indices().values().stream()
                .filter(index -> index instanceof IndexUpdate.To to && to.by() == by)
                .map(index -> ((IndexUpdate.To) index).target());
    }

    /** The same update, of a case whose id is known and which the caller may change. */
    private static CaseUpdate settled(CaseUpdate update, Known known, Optional<Set<String>> owners) throws BadUpdate {
        if (update.ownerId() != null) {
            requireReach(owners, update.ownerId());
        }
        if (update.aim() == Aim.CREATE) {
            return made(update, known);
        }
        if (update.caseId() != null) {
            CaseUpdate aimed = reached(update, known.withId(update.caseId()), owners);
            known.calls(update, update.caseId());
            return aimed;
        }
        String namedBy = update.namedBy();
        if (namedBy == null) {
            throw new BadUpdate("Case updates must provide either a case_id or external_id");
        }
        Optional<String> called = known.called(namedBy);
        if (called.isPresent()) {
            return update.aimedAt(Aim.UPDATE, called.get());
        }
        if (update.aim() == Aim.UPDATE) {
            return reached(update, known.named(namedBy), owners);
        }
        Optional<CaseState> found = known.perhapsNamed(namedBy);
        return found.isPresent() ? reached(update, found.get(), owners) : made(update, known);
    }

    /** The external id by which a new case may have to be made. */
    private static Optional<String> putBy(CaseUpdate update) {
        return update.aim() == Aim.UPSERT && update.caseId() == null
                ? Optional.ofNullable(update.namedBy())
                : Optional.empty();
    }

    private static CaseUpdate reached(CaseUpdate update, CaseState state, Optional<Set<String>> owners) {
        requireReach(owners, state.ownerId());
        return update.aimedAt(Aim.UPDATE, state.caseId());
    }

    private static CaseUpdate made(CaseUpdate update, Known known) throws BadUpdate {
        if (update.caseId() != null) {
            throw new BadUpdate("You cannot specify case_id when creating a new case");
        }
        require(update.type(), "case_type");
        require(update.name(), "case_name");
        require(update.ownerId(), "owner_id");
        String caseId = putBy(update)
                .flatMap(known::freePutId)
                .orElseGet(() -> UUID.randomUUID().toString());
        known.calls(update, caseId);
        return update.aimedAt(Aim.CREATE, caseId);
    }

    private static void requireReach(Optional<Set<String>> owners, String ownerId) {
        if (owners.isPresent() && !owners.get().contains(ownerId)) {
            throw new Refused(new Problem.Forbidden(Permission.ACCESS_ALL_LOCATIONS.wireName()));
        }
    }

    private static void require(@Nullable String value, String name) throws BadUpdate {
        if (value == null || value.isBlank()) {
            throw new BadUpdate("Property " + name + " is required.");
        }
    }

    private static CaseChange change(CaseUpdate update, Known known) throws BadUpdate {
        String caseId = String.valueOf(update.caseId());
        CaseChange change = update.aim() == Aim.CREATE
                ? CaseChange.create(
                        caseId,
                        String.valueOf(update.type()),
                        String.valueOf(update.name()),
                        String.valueOf(update.ownerId()))
                : CaseChange.update(caseId).set(built(update));
        if (update.externalId() != null) {
            change = change.externalId(update.externalId());
        }
        change = change.set(update.properties());
        for (Map.Entry<String, IndexUpdate> index : update.indices().entrySet()) {
            change = switch (index.getValue()) {
                case IndexUpdate.To to ->
                    change.link(new CaseIndex(index.getKey(), to.caseType(), known.target(to), to.relationship()));
                case IndexUpdate.Removed _ -> without(change, known.link(caseId, index.getKey()));
            };
        }
        return update.closes() ? change.closing() : change;
    }

    private static CaseChange without(CaseChange change, Optional<CaseIndex> link) {
        return link.map(known ->
                        change.link(new CaseIndex(known.identifier(), known.caseType(), "", known.relationship())))
                .orElse(change);
    }

    private static Map<String, String> built(CaseUpdate update) {
        Map<String, String> values = new LinkedHashMap<>();
        putIfThere(values, "case_type", update.type());
        putIfThere(values, "case_name", update.name());
        putIfThere(values, "owner_id", update.ownerId());
        return values;
    }

    private static void putIfThere(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}

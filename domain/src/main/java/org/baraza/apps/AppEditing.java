// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.editing.AppChange;
import org.baraza.apps.editing.AppEditor;
import org.baraza.apps.editing.BadChange;
import org.baraza.apps.editing.Places;
import org.baraza.apps.editing.SourcePatch;
import org.baraza.apps.model.App;
import org.baraza.dictionary.Learning;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes working copies in the project in scope; needs {@code edit_apps}. Several may build the same app: a change that was made
 * to an older state stands if nobody touched the same places since, and is refused otherwise, so that nothing is overwritten.
 */
public final class AppEditing {
    private static final int MOST_CHANGES = 200;
    private static final int LONGEST_DOCUMENT = 10_000_000;

    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final AppStore store = new AppStore();
    private final VersionStore versions = new VersionStore();
    private final Learning dictionary = new Learning();

    public AppEditing(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes changes, all or none.
     *
     * @param version that the changes were made to
     */
    public WorkingCopy edit(ProjectAccess who, String appId, int version, List<AppChange> changes) {
        who.require(Permission.EDIT_APPS);
        if (changes.isEmpty() || changes.size() > MOST_CHANGES) {
            throw new Refused(Problem.Invalid.field(
                    "changes", "OUT_OF_RANGE", "Make 1 to " + MOST_CHANGES + " changes at once."));
        }
        return make(who, appId, version, changes);
    }

    /** As {@link #edit}, however many changes there are. */
    WorkingCopy make(ProjectAccess who, String appId, int version, List<AppChange> changes) {
        return transactions.write(tx -> {
            WorkingCopy before = locked(tx, appId);
            AppEditor editor = new AppEditor(before.document(), before.sources(), Apps::newId);
            for (int place = 0; place < changes.size(); place++) {
                apply(editor, changes.get(place), place);
            }
            refuseIfMet(tx, before, version, editor.places());
            return keep(tx, who, before, editor.document(), editor.sources(), "edited", editor.places());
        });
    }

    private static void apply(AppEditor editor, AppChange change, int place) {
        try {
            editor.apply(change);
        } catch (BadChange bad) {
            if (bad.code().equals("SOURCE_CHANGED")) {
                throw new Refused(new Problem.Conflict(bad.code(), bad.sentence()));
            }
            throw new Refused(Problem.Invalid.field("changes." + place, bad.code(), bad.sentence()));
        }
    }

    /** What came of changing a form's source. */
    public sealed interface Patched {
        /**
         * It is changed.
         *
         * @param digest of the source as it is now
         */
        record Done(WorkingCopy copy, String digest) implements Patched {}

        /** Nothing is changed, because the source is not any more what the changes were made to. */
        record Stale(String source) implements Patched {}
    }

    /**
     * Changes the XForm of a form by the differences that a form builder sends.
     *
     * @param digest of the source that they were made to
     * @param references what the builder noted of case properties, if it did
     */
    public Patched patch(
            ProjectAccess who,
            String appId,
            String formId,
            String patch,
            String digest,
            Optional<JsonNode> references) {
        who.require(Permission.EDIT_APPS);
        WorkingCopy copy = transactions
                .read(tx -> store.read(tx, appId))
                .filter(found -> !found.summary().deleted())
                .orElseThrow(Apps::unknown);
        String source = Optional.ofNullable(copy.sources().get(formId))
                .orElseThrow(() -> new Refused(new Problem.NotFound("form")));
        if (!AppEditor.digest(source).equals(digest)) {
            return new Patched.Stale(source);
        }
        String changed = patched(source, patch);
        List<AppChange> changes = new ArrayList<>();
        changes.add(new AppChange.PutSource(formId, changed, Optional.of(digest)));
        references.ifPresent(
                noted -> changes.add(new AppChange.Put("forms[" + formId + "].case_references_data", noted)));
        return new Patched.Done(edit(who, appId, copy.summary().version(), changes), AppEditor.digest(changed));
    }

    private static String patched(String source, String patch) {
        try {
            return SourcePatch.apply(source, patch);
        } catch (BadChange bad) {
            throw new Refused(Problem.Invalid.field("patch", bad.code(), bad.sentence()));
        }
    }

    /** Replaces the XForm of a form, whatever it was. */
    public WorkingCopy replace(ProjectAccess who, String appId, String formId, String source) {
        who.require(Permission.EDIT_APPS);
        WorkingCopy copy = transactions
                .read(tx -> store.read(tx, appId))
                .filter(found -> !found.summary().deleted())
                .orElseThrow(Apps::unknown);
        if (!copy.sources().containsKey(formId)) {
            throw new Refused(new Problem.NotFound("form"));
        }
        return edit(
                who,
                appId,
                copy.summary().version(),
                List.of(new AppChange.PutSource(formId, source, Optional.empty())));
    }

    private void refuseIfMet(Tx tx, WorkingCopy before, int version, Set<String> places) {
        if (version > before.summary().version()) {
            throw new Refused(Problem.Invalid.field("version", "OUT_OF_RANGE", "The app has no such version yet."));
        }
        if (version < before.summary().version()
                && Places.meet(store.changedSince(tx, before.appId(), version), places)) {
            throw new Refused(new Problem.Conflict(
                    "EDITED_MEANWHILE", "Somebody else changed the same part of this app in the meantime."));
        }
    }

    /** Puts the content of a version back into the working copy. Its number goes on counting. */
    public WorkingCopy revert(ProjectAccess who, String buildId) {
        who.require(Permission.EDIT_APPS);
        return transactions.write(tx -> {
            AppVersion version =
                    versions.find(tx, buildId).orElseThrow(() -> new Refused(new Problem.NotFound("version")));
            WorkingCopy before = locked(tx, version.appId());
            WorkingCopy old = versions.content(tx, buildId).orElseThrow();
            WorkingCopy after = keep(tx, who, before, old.document(), old.sources(), "reverted", Set.of(""));
            audit.record(
                    tx,
                    who,
                    AuditEntry.of("app.reverted", "app", version.appId())
                            .with("number", Integer.toString(version.number())));
            return after;
        });
    }

    private WorkingCopy locked(Tx tx, String appId) {
        return store.lock(tx, appId).filter(found -> !found.summary().deleted()).orElseThrow(Apps::unknown);
    }

    private WorkingCopy keep(
            Tx tx,
            ProjectAccess who,
            WorkingCopy before,
            ObjectNode content,
            Map<String, String> sources,
            String action,
            Set<String> places) {
        ObjectNode document = content.deepCopy();
        int version = before.summary().version() + 1;
        document.put("_id", before.appId());
        document.put("version", version);
        if (document.toString().length() > LONGEST_DOCUMENT) {
            throw new Refused(Problem.Invalid.field(
                    "changes", "APP_TOO_LARGE", "An app has at most ten million characters, its forms not counted."));
        }
        App app = App.of(document);
        String name = AppNames.checked(app.name());
        AppSummary summary = new AppSummary(
                before.appId(),
                name,
                version,
                before.summary().createdAt(),
                clock.instant(),
                who.actor().userId(),
                null);
        WorkingCopy after = new WorkingCopy(summary, document, sources);
        ProjectId project = who.project();
        store.update(tx, project, before, after);
        store.note(tx, project, summary, action, places);
        dictionary.ofApp(tx, project, CaseWords.of(app).without(CaseWords.of(before.app())));
        return after;
    }
}

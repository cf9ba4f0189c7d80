// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.List;
import org.baraza.apps.compare.SummaryTable;
import org.baraza.apps.translations.Sheet;
import org.baraza.apps.translations.Translations;
import org.baraza.apps.translations.UiTranslations;
import org.baraza.apps.translations.Warning;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;

/**
 * The texts of a working copy for translators. Giving them out needs {@code view_apps} or {@code edit_apps}, taking them in
 * {@code edit_apps}; what is taken in is one change of the app, with its place in the history.
 */
public final class Translating {
    private final Transactions transactions;
    private final AppEditing editing;
    private final AppStore apps = new AppStore();

    public Translating(Transactions transactions, AppEditing editing) {
        this.transactions = transactions;
        this.editing = editing;
    }

    /** Which texts. */
    public enum Kind {
        /** Names, labels and all else that builders write. */
        APP,
        /** What is said instead of the engine's own texts. */
        UI
    }

    /** What came of sheets. */
    public record Report(WorkingCopy app, int changes, List<Warning> warnings) {}

    public List<SummaryTable> sheets(ProjectAccess who, String appId, Kind kind, boolean single) {
        Apps.maySee(who);
        WorkingCopy copy = copy(appId);
        return switch (kind) {
            case UI -> List.of(UiTranslations.sheet(copy.document()));
            case APP ->
                single
                        ? List.of(Translations.singleSheet(copy.document(), copy.sources()))
                        : Translations.sheets(copy.document(), copy.sources());
        };
    }

    /** Refuses whoever may not change the app, or names none, before she sends a workbook. */
    public void mayTake(ProjectAccess who, String appId) {
        who.require(Permission.EDIT_APPS);
        if (transactions
                .read(tx -> apps.find(tx, appId))
                .filter(found -> !found.deleted())
                .isEmpty()) {
            throw Apps.unknown();
        }
    }

    /** Takes in what can be used. */
    public Report take(ProjectAccess who, String appId, Kind kind, List<Sheet> sheets) {
        who.require(Permission.EDIT_APPS);
        WorkingCopy copy = copy(appId);
        Translations.Taken taken = switch (kind) {
            case UI -> UiTranslations.read(copy.document(), sheets);
            case APP -> Translations.read(copy.document(), copy.sources(), sheets);
        };
        WorkingCopy after = taken.changes().isEmpty()
                ? copy
                : editing.make(who, appId, copy.summary().version(), taken.changes());
        return new Report(after, taken.changes().size(), taken.warnings());
    }

    private WorkingCopy copy(String appId) {
        return transactions
                .read(tx -> apps.read(tx, appId))
                .filter(found -> !found.summary().deleted())
                .orElseThrow(Apps::unknown);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

import java.util.ArrayList;
import java.util.List;
import org.baraza.apps.editing.AppChange;

/** What comes of sheets while they are read. */
final class Reading {
    private final List<AppChange> changes = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    void change(AppChange change) {
        changes.add(change);
    }

    void warn(Sheet sheet, Row row, String message) {
        warnings.add(new Warning(sheet.name(), row.number(), message));
    }

    /** Something about a sheet as a whole. */
    void warn(Sheet sheet, String message) {
        warnings.add(new Warning(sheet.name(), 1, message));
    }

    Translations.Taken taken() {
        return new Translations.Taken(changes, warnings);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compare;

import org.baraza.apps.model.App;
import org.baraza.apps.model.Column;
import org.baraza.apps.model.Detail;

/** What is different about a case list or a case's page. */
final class DetailComparison {
    private final Changes changes;
    private final App before;
    private final App after;

    DetailComparison(Changes changes, App before, App after) {
        this.changes = changes;
        this.before = before;
        this.after = after;
    }

    void compare(String place, Detail was, Detail is) {
        SettingsComparison settings = new SettingsComparison(changes);
        changes.text(place, "The filter", was.filter(), is.filter());
        settings.list(place, was, is);
        changes.lists(was.columns(), is.columns(), DetailComparison::key, new Changes.Each<Column>() {
            @Override
            public void added(Column column) {
                changes.added(place, "The column " + title(after, column) + " is new");
            }

            @Override
            public void removed(Column column) {
                changes.removed(place, "The column " + title(before, column) + " is gone");
            }

            @Override
            public void both(Column old, Column now) {
                String column = "column " + title(after, now);
                changes.texts(place, "The title of the " + column, old.header(), now.header());
                changes.text(place, "The format of the " + column, old.format(), now.format());
                settings.column(place, column, old, now);
                changes.flag(
                        place,
                        false,
                        !old.mapping().equals(now.mapping()),
                        "The " + column + " shows other words for its values",
                        "");
            }
        });
        changes.order(
                place,
                "The columns",
                was.columns().stream().map(DetailComparison::key).toList(),
                is.columns().stream().map(DetailComparison::key).toList());
        changes.flag(place, false, !was.sorts().equals(is.sorts()), "The list is sorted otherwise than before", "");
    }

    private static String key(Column column) {
        return column.model() + " " + column.field();
    }

    private static String title(App app, Column column) {
        String header = column.header().shown(app.langs());
        return header.isBlank() ? column.field() : "\"" + header + "\"";
    }
}

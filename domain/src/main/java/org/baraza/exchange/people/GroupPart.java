// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.exchange.work.BadStep;
import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.Headers;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.work.Seen;
import org.baraza.exchange.work.SheetPart;
import org.baraza.exchange.work.SingleStep;
import org.baraza.exchange.work.Step;
import org.baraza.exchange.work.YesNo;
import org.baraza.exchange.workbook.Cells;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.Columns;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Group;
import org.baraza.places.GroupWish;
import org.baraza.places.Groups;
import org.jspecify.annotations.Nullable;

/** The sheet of groups: a row makes a group, or changes the one of its id or else of its name. */
final class GroupPart implements SheetPart {
    static final String SHEET = "groups";

    private final Groups groups;
    private final ProjectAccess who;
    private final Pending pending;
    private final Column id;
    private final Column name;
    private final Column caseSharing;
    private final Column reporting;
    private final Map<String, Column> data;
    private final Seen seen = new Seen();

    GroupPart(Groups groups, ProjectAccess who, Pending pending, Columns columns) {
        this.groups = groups;
        this.who = who;
        this.pending = pending;
        id = columns.one("id");
        name = columns.one("name");
        caseSharing = columns.one("case-sharing");
        reporting = columns.one("reporting");
        data = columns.under("data");
        Headers.require(SHEET, name, "name");
        Headers.refuseOthers(SHEET, columns);
    }

    @Override
    public String sheet() {
        return SHEET;
    }

    @Override
    public void passing(DataRow row) {
        seen.note(row.word(id), row.number());
        seen.note(nameKey(row), row.number());
    }

    private String nameKey(DataRow row) {
        return row.word(name).isEmpty() ? "" : "name " + Pending.key(row.word(name));
    }

    @Override
    public List<Step> steps(List<DataRow> rows) {
        Map<String, Group> byId = groups.find(
                who,
                rows.stream()
                        .map(row -> row.word(id))
                        .filter(text -> !text.isEmpty())
                        .toList());
        Map<String, Group> byName =
                groups.withNames(who, rows.stream().map(row -> row.word(name)).toList());
        List<Step> steps = new ArrayList<>();
        for (DataRow row : rows) {
            RowPlace place = new RowPlace(SHEET, row.number(), row.word(name));
            try {
                steps.add(step(row, place, before(row, byId, byName)));
            } catch (RowRefused refused) {
                steps.add(new BadStep(place, refused.faults()));
            }
        }
        return steps;
    }

    private Optional<Group> before(DataRow row, Map<String, Group> byId, Map<String, Group> byName) {
        seen.refuseSecond(id.header(), row.word(id), row.number());
        seen.refuseSecond(name.header(), nameKey(row), row.number());
        if (row.word(id).isEmpty()) {
            return Optional.ofNullable(byName.get(Pending.key(row.word(name))));
        }
        return Optional.of(Optional.ofNullable(byId.get(row.word(id)))
                .orElseThrow(() -> new RowRefused(id.header(), "GROUP_UNKNOWN", "There is no group of that id.")));
    }

    private Step step(DataRow row, RowPlace place, Optional<Group> before) {
        GroupWish start = before.map(group -> new GroupWish(
                        group.name(), group.caseSharing(), group.reporting(), group.metadata(), List.of()))
                .orElseGet(() -> GroupWish.named(""));
        GroupWish wish = wish(row, start);
        pending.group(wish.name());
        return new GroupStep(place, before.orElse(null), start, wish);
    }

    private GroupWish wish(DataRow row, GroupWish start) {
        Map<String, String> metadata = new HashMap<>(start.metadata());
        data.forEach((key, column) -> {
            String text = row.text(column);
            if (text.isEmpty()) {
                metadata.remove(key);
            } else if (!text.equals(Cells.written(metadata.getOrDefault(key, "")))) {
                metadata.put(key, text);
            }
        });
        return start.withName(row.word(name).isEmpty() ? start.name() : row.word(name))
                .withCaseSharing(
                        YesNo.read(caseSharing.header(), row.text(caseSharing)).orElse(start.caseSharing()))
                .withReporting(
                        YesNo.read(reporting.header(), row.text(reporting)).orElse(start.reporting()))
                .withMetadata(metadata);
    }

    private final class GroupStep implements SingleStep {
        private final RowPlace place;
        private final @Nullable Group before;
        private final GroupWish start;
        private final GroupWish wish;

        private GroupStep(RowPlace place, @Nullable Group before, GroupWish start, GroupWish wish) {
            this.place = place;
            this.before = before;
            this.start = start;
            this.wish = wish;
        }

        @Override
        public RowPlace place() {
            return place;
        }

        @Override
        public Effect take(Tx tx) {
            if (before == null) {
                groups.create(tx, who, wish);
                return Effect.CREATED;
            }
            if (wish.equals(start)) {
                return Effect.UNCHANGED;
            }
            groups.edit(tx, who, before.groupId(), present -> wish.withUserIds(present.userIds()));
            return Effect.UPDATED;
        }

        @Override
        public String column(String field) {
            return field.equals("name") ? name.header() : "";
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.sites;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baraza.exchange.work.BadStep;
import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.Headers;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.work.SheetPart;
import org.baraza.exchange.work.SingleStep;
import org.baraza.exchange.work.Step;
import org.baraza.exchange.work.YesNo;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.Columns;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.LocationType;
import org.baraza.places.LocationTypeWish;
import org.jspecify.annotations.Nullable;

/** The rows of the sheet of types that are of one level: those to be made and changed, or those to be deleted. */
final class TypePart implements SheetPart {
    private final SiteServices services;
    private final ProjectAccess who;
    private final Workbench bench;
    private final int depth;
    private final boolean deletes;
    private final Column code;
    private final Column name;
    private final Column parent;
    private final Column delete;
    private final Column sharesCases;
    private final Column viewsBelow;

    TypePart(SiteServices services, ProjectAccess who, Workbench bench, Columns columns, int depth, boolean deletes) {
        this.services = services;
        this.who = who;
        this.bench = bench;
        this.depth = depth;
        this.deletes = deletes;
        code = columns.one("code");
        name = columns.one("name");
        parent = columns.one("parent_code");
        delete = columns.one("delete(y/n)", "delete (y/n)");
        sharesCases = columns.one("shares cases y/n", "shares cases (y/n)");
        viewsBelow = columns.one("view child cases (y/n)", "view child cases y/n");
        Headers.require(Levels.SHEET, code, "code");
        Headers.refuseOthers(Levels.SHEET, columns);
    }

    @Override
    public String sheet() {
        return Levels.SHEET;
    }

    @Override
    public boolean takes(DataRow row) {
        return bench.levels().depth(row.word(code)) == depth && LocationPart.isDeletion(row, delete) == deletes;
    }

    @Override
    public List<Step> steps(List<DataRow> rows) {
        Map<String, LocationType> present = new HashMap<>();
        services.types().list(who).forEach(type -> present.put(type.code(), type));
        List<Step> steps = new ArrayList<>();
        for (DataRow row : rows) {
            RowPlace place = new RowPlace(sheet(), row.number(), row.word(code));
            try {
                steps.add(new TypeStep(place, present.get(row.word(code)), row));
            } catch (RowRefused refused) {
                steps.add(new BadStep(place, refused.faults()));
            }
        }
        return steps;
    }

    private final class TypeStep implements SingleStep {
        private final RowPlace place;
        private final @Nullable LocationType before;
        private final LocationTypeWish wish;

        private TypeStep(RowPlace place, @Nullable LocationType before, DataRow row) {
            this.place = place;
            this.before = before;
            LocationTypeWish start = before == null
                    ? new LocationTypeWish(row.word(code), row.word(code), "", false, false, false)
                    : before.wish();
            this.wish = new LocationTypeWish(
                    row.word(name).isEmpty() ? start.name() : row.word(name),
                    start.code(),
                    parent.isThere() ? row.word(parent) : start.parentCode(),
                    start.administrative(),
                    YesNo.read(sharesCases.header(), row.text(sharesCases)).orElse(start.sharesCases()),
                    YesNo.read(viewsBelow.header(), row.text(viewsBelow)).orElse(start.viewDescendants()));
        }

        @Override
        public RowPlace place() {
            return place;
        }

        @Override
        public Effect take(Tx tx) {
            if (deletes) {
                services.types().delete(tx, who, wish.code());
                return Effect.DELETED;
            }
            if (before == null) {
                if (wish.code().isEmpty()) {
                    throw new RowRefused(code.header(), "CODE_MISSING", "A code is needed.");
                }
                if (!bench.hasMadeType(wish.parentCode())) {
                    services.types().create(tx, who, wish);
                }
                bench.makeType(wish.code());
                return Effect.CREATED;
            }
            if (wish.equals(before.wish())) {
                return Effect.UNCHANGED;
            }
            services.types().edit(tx, who, before.code(), _ -> wish);
            return Effect.UPDATED;
        }

        @Override
        public String column(String field) {
            return switch (field) {
                case "code" -> code.header();
                case "name" -> name.header();
                case "parentCode" -> parent.header();
                default -> "";
            };
        }
    }
}

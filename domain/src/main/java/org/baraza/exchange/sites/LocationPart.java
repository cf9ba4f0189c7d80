// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.sites;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.baraza.exchange.work.BadStep;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.work.Seen;
import org.baraza.exchange.work.SheetPart;
import org.baraza.exchange.work.Step;
import org.baraza.exchange.work.YesNo;
import org.baraza.exchange.workbook.Cells;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.Columns;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Location;
import org.baraza.places.LocationWish;
import org.jspecify.annotations.Nullable;

/** The locations of a type: those to be made and changed, or those to be deleted. */
final class LocationPart implements SheetPart {
    private final SiteServices services;
    private final ProjectAccess who;
    private final Workbench bench;
    private final String sheet;
    private final String typeCode;
    private final boolean deletes;
    private final LocationColumns columns;
    private final Seen seen = new Seen();

    /** The sheet of a type. */
    record Source(String typeCode, String sheet, Columns columns) {}

    LocationPart(SiteServices services, ProjectAccess who, Workbench bench, Source source, boolean deletes) {
        this.services = services;
        this.who = who;
        this.bench = bench;
        this.sheet = source.sheet();
        this.typeCode = source.typeCode();
        this.deletes = deletes;
        this.columns = LocationColumns.of(sheet, source.columns());
    }

    @Override
    public String sheet() {
        return sheet;
    }

    @Override
    public boolean takes(DataRow row) {
        return isDeletion(row, columns.delete()) == deletes;
    }

    /** An answer that is none is told of when the row is done. */
    static boolean isDeletion(DataRow row, Column delete) {
        return Set.of("y", "yes", "true", "1").contains(row.word(delete).toLowerCase(Locale.ROOT));
    }

    @Override
    public void passing(DataRow row) {
        seen.note(row.word(columns.id()), row.number());
        seen.note(siteCode(row), row.number());
        if (!deletes) {
            bench.list(siteCode(row), place(row));
        }
    }

    private String siteCode(DataRow row) {
        return row.word(columns.siteCode()).toLowerCase(Locale.ROOT);
    }

    private RowPlace place(DataRow row) {
        String subject = siteCode(row).isEmpty() ? row.word(columns.name()) : siteCode(row);
        return new RowPlace(sheet, row.number(), subject);
    }

    @Override
    public List<Step> steps(List<DataRow> rows) {
        Set<String> ids = new LinkedHashSet<>();
        Set<String> codes = new LinkedHashSet<>();
        for (DataRow row : rows) {
            ids.add(row.word(columns.id()));
            codes.add(siteCode(row));
            codes.add(row.word(columns.parent()).toLowerCase(Locale.ROOT));
        }
        Map<String, Location> byId = services.locations().find(who, ids);
        Map<String, Location> byCode = services.locations().withCodes(who, codes);
        List<Step> steps = new ArrayList<>();
        for (DataRow row : rows) {
            try {
                steps.add(step(row, byId, byCode));
            } catch (RowRefused refused) {
                steps.add(new BadStep(place(row), refused.faults()));
            }
        }
        return steps;
    }

    private Step step(DataRow row, Map<String, Location> byId, Map<String, Location> byCode) {
        @Nullable Location before = before(row, byId, byCode);
        YesNo.read(columns.delete().header(), row.text(columns.delete()));
        if (deletes) {
            return new LocationStep.Deletion(services, who, columns, place(row), before);
        }
        LocationWish start = before == null ? LocationWish.of("", typeCode, "") : before.wish();
        Parent parent = parent(row, start, byCode);
        LocationWish wish = wish(row, start, before == null).withParentId(parent.id());
        return new LocationStep.Writing(services, who, columns, place(row), before, wish, parent.pretended(), bench);
    }

    private @Nullable Location before(DataRow row, Map<String, Location> byId, Map<String, Location> byCode) {
        String id = row.word(columns.id());
        seen.refuseSecond(columns.id().header(), id, row.number());
        seen.refuseSecond(columns.siteCode().header(), siteCode(row), row.number());
        if (id.isEmpty()) {
            return byCode.get(siteCode(row));
        }
        Location found = byId.get(id);
        if (found == null) {
            throw new RowRefused(columns.id().header(), "LOCATION_UNKNOWN", "There is no location of that id.");
        }
        return found;
    }

    /**
     * What stands above.
     *
     * @param id empty for a root, or when the rehearsal only pretends that there is one
     */
    private record Parent(String id, boolean pretended) {}

    private Parent parent(DataRow row, LocationWish start, Map<String, Location> byCode) {
        if (!columns.parent().isThere()) {
            return new Parent(start.parentId(), bench.hasMadeType(typeCode));
        }
        String code = row.word(columns.parent()).toLowerCase(Locale.ROOT);
        if (code.isEmpty()) {
            return new Parent("", bench.hasMadeType(typeCode));
        }
        Location parent = byCode.get(code);
        if (parent != null) {
            return new Parent(parent.locationId(), bench.hasMadeType(typeCode));
        }
        String madeType = bench.made(code).orElse("");
        if (!madeType.isEmpty()) {
            if (!bench.levels().isBelow(typeCode, madeType)) {
                throw new RowRefused(
                        columns.parent().header(),
                        "PARENT_UNFIT",
                        "Parent cannot have children of this location's type.");
            }
            return new Parent("", true);
        }
        throw bench.listed(code)
                .map(bad -> new RowRefused(
                        columns.parent().header(),
                        "DEPENDS_ON_BAD_ROW",
                        "The location above, " + code + ", could not be made: see sheet " + bad.sheet() + ", row "
                                + bad.row() + "."))
                .orElseGet(() -> new RowRefused(
                        columns.parent().header(),
                        "PARENT_UNKNOWN",
                        "There is no location of the site code " + code + "."));
    }

    private LocationWish wish(DataRow row, LocationWish start, boolean fresh) {
        String externalId = columns.externalId().isThere() ? row.word(columns.externalId()) : start.externalId();
        String code = siteCode(row);
        return start.withTypeCode(typeCode)
                .withName(row.word(columns.name()).isEmpty() ? start.name() : row.word(columns.name()))
                .withSiteCode(code.isEmpty() && !fresh ? start.siteCode() : code)
                .withExternalId(externalId)
                .withLatitude(angle(row, columns.latitude(), start.latitude()))
                .withLongitude(angle(row, columns.longitude(), start.longitude()))
                .withMetadata(metadata(row, start.metadata()));
    }

    private static @Nullable BigDecimal angle(DataRow row, Column column, @Nullable BigDecimal before) {
        if (!column.isThere()) {
            return before;
        }
        String text = row.word(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            BigDecimal angle = new BigDecimal(text);
            return before != null && before.compareTo(angle) == 0 ? before : angle;
        } catch (NumberFormatException e) {
            throw new RowRefused(column.header(), "COORDINATE_INVALID", "This is no number of degrees.");
        }
    }

    private Map<String, String> metadata(DataRow row, Map<String, String> before) {
        boolean forget = YesNo.read(columns.forgetOthers().header(), row.text(columns.forgetOthers()))
                .orElse(false);
        Map<String, String> metadata = new HashMap<>(before);
        if (forget) {
            metadata.keySet().retainAll(columns.data().keySet());
        }
        columns.data().forEach((key, column) -> {
            String text = row.text(column);
            if (text.isEmpty()) {
                metadata.remove(key);
            } else if (!text.equals(Cells.written(before.getOrDefault(key, "")))) {
                metadata.put(key, text);
            }
        });
        return metadata;
    }
}

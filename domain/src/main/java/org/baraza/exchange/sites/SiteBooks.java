// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.sites;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.baraza.exchange.work.Books;
import org.baraza.exchange.work.Selection;
import org.baraza.exchange.work.SheetPart;
import org.baraza.exchange.work.SheetSource;
import org.baraza.exchange.work.Work;
import org.baraza.exchange.work.WritingWork;
import org.baraza.exchange.workbook.WorkbookReader;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.places.Location;
import org.baraza.places.LocationFilter;
import org.baraza.places.LocationQuery;
import org.baraza.places.LocationType;

/** Workbooks of locations. */
public final class SiteBooks {
    private static final int PAGE = 500;

    private final SiteServices services;

    public SiteBooks(SiteServices services) {
        this.services = services;
    }

    /**
     * Does what a workbook says, from the top of the tree down; what is to be deleted goes after that, from the bottom up.
     */
    public Work read(Path file, ProjectAccess who, boolean rehearsal) {
        return Books.reading(file, rehearsal, workbook -> parts(workbook, who, rehearsal));
    }

    private List<SheetPart> parts(WorkbookReader workbook, ProjectAccess who, boolean rehearsal) {
        Levels levels = new Levels(services.types().list(who), workbook);
        Workbench bench = new Workbench(rehearsal, levels);
        List<SheetPart> down = new ArrayList<>();
        List<SheetPart> up = new ArrayList<>();
        levels.sheets(workbook).forEach((code, sheet) -> {
            down.add(new LocationPart(services, who, bench, source(workbook, code, sheet), false));
            up.addFirst(new LocationPart(services, who, bench, source(workbook, code, sheet), true));
        });
        List<SheetPart> all = new ArrayList<>();
        boolean hasTypes = workbook.sheet(Levels.SHEET).isPresent();
        for (int depth = 0; hasTypes && depth <= levels.deepest(); depth++) {
            all.add(new TypePart(services, who, bench, Books.required(workbook, Levels.SHEET), depth, false));
        }
        all.addAll(down);
        all.addAll(up);
        for (int depth = levels.deepest(); hasTypes && depth >= 0; depth--) {
            all.add(new TypePart(services, who, bench, Books.required(workbook, Levels.SHEET), depth, true));
        }
        return all;
    }

    private static LocationPart.Source source(WorkbookReader workbook, String code, String sheet) {
        return new LocationPart.Source(code, sheet, Books.required(workbook, sheet));
    }

    /** Writes a workbook of the types and the locations. */
    public Work write(Path file, ProjectAccess who, Selection selection) {
        LocationFilter filter = selection instanceof Selection.Places places ? places.filter() : LocationFilter.IN_USE;
        List<LocationType> types = services.types().list(who);
        List<SheetSource> sheets = new ArrayList<>();
        sheets.add(new TypeSheet(types));
        int total = types.size();
        for (LocationType type : types) {
            LocationFilter ofType = ofType(filter, type.code());
            TreeSet<String> keys = new TreeSet<>();
            Supplier<List<Location>> look = pages(who, ofType);
            for (List<Location> some = look.get(); !some.isEmpty(); some = look.get()) {
                total += some.size();
                some.forEach(location -> keys.addAll(location.metadata().keySet()));
            }
            sheets.add(
                    new LocationSheet(services.locations(), who, type.code(), List.copyOf(keys), pages(who, ofType)));
        }
        return new WritingWork(file, total, sheets);
    }

    private static LocationFilter ofType(LocationFilter filter, String code) {
        boolean other = filter.typeCode() != null && !filter.typeCode().equals(code);
        return new LocationFilter(
                filter.parentId(),
                filter.withinId(),
                // No type has an empty code.
                other ? "" : code,
                filter.name(),
                filter.siteCode(),
                filter.externalId(),
                filter.archived(),
                filter.search(),
                filter.bounds());
    }

    /** The ids of those selected. */
    public List<String> ids(ProjectAccess who, Selection.Places selection) {
        Supplier<List<Location>> pages = pages(who, selection.filter());
        Map<String, Boolean> ids = new LinkedHashMap<>();
        for (List<Location> some = pages.get(); !some.isEmpty(); some = pages.get()) {
            some.forEach(location -> ids.put(location.locationId(), true));
        }
        return List.copyOf(ids.keySet());
    }

    private Supplier<List<Location>> pages(ProjectAccess who, LocationFilter filter) {
        return new Supplier<>() {
            private String after = "";
            private boolean more = true;

            @Override
            public List<Location> get() {
                if (!more) {
                    return List.of();
                }
                Page<Location> page =
                        services.locations().list(who, new LocationQuery(filter, new PageRequest(PAGE, after, false)));
                more = page.more();
                if (more) {
                    after = LocationQuery.cursor(page.items().getLast());
                }
                return page.items();
            }
        };
    }
}

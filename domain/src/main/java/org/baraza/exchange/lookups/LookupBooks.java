// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.lookups;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.baraza.exchange.work.Books;
import org.baraza.exchange.work.Selection;
import org.baraza.exchange.work.SheetPart;
import org.baraza.exchange.work.SheetSource;
import org.baraza.exchange.work.Work;
import org.baraza.exchange.work.WritingWork;
import org.baraza.exchange.workbook.SheetReader;
import org.baraza.exchange.workbook.WorkbookReader;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.tables.LookupRow;
import org.baraza.tables.LookupTable;
import org.baraza.tables.TableIds;

/** Workbooks of lookup tables. */
public final class LookupBooks {
    private static final int PAGE = 500;

    private final LookupServices services;

    public LookupBooks(LookupServices services) {
        this.services = services;
    }

    /** How a workbook is read: whether only as a rehearsal, and whether rows of its tables go first. */
    public record Manner(boolean rehearsal, boolean replace) {}

    /**
     * Does what a workbook says.
     *
     * @param fresh whether nothing of it was done by an earlier run: only then may rows go to be replaced
     */
    public Work read(Path file, ProjectAccess who, Manner manner, boolean fresh) {
        return Books.reading(file, manner.rehearsal(), workbook -> {
            Definitions definitions = definitions(workbook);
            List<SheetPart> parts = parts(workbook, definitions, who, manner.rehearsal());
            if (manner.replace() && fresh && !manner.rehearsal()) {
                definitions.tags().forEach(tag -> clear(who, tag));
            }
            return parts;
        });
    }

    private static Definitions definitions(WorkbookReader workbook) {
        try (SheetReader sheet = workbook.sheet(Definitions.SHEET)
                .orElseThrow(
                        () -> new WorkbookRefused("SHEET_MISSING", "Workbook does not contain a sheet called types"))) {
            return new Definitions(sheet);
        }
    }

    private List<SheetPart> parts(
            WorkbookReader workbook, Definitions definitions, ProjectAccess who, boolean rehearsal) {
        for (String sheet : workbook.sheetNames()) {
            if (!sheet.strip().equalsIgnoreCase(Definitions.SHEET) && !definitions.has(sheet.strip())) {
                throw new WorkbookRefused(
                        "TABLE_MISSING", "There's no row for the sheet '" + sheet + "' in 'types' sheet.");
            }
        }
        List<SheetPart> parts = new ArrayList<>();
        parts.add(new TablePart(services, who, definitions, rehearsal));
        for (String tag : definitions.tags()) {
            if (!definitions.deletes(tag)) {
                parts.add(new RowPart(
                        services,
                        who,
                        tag,
                        RowColumns.of(
                                definitions.definition(tag),
                                Books.columns(workbook, tag)
                                        .orElseThrow(
                                                () -> new WorkbookRefused(
                                                        "SHEET_MISSING",
                                                        "There's no sheet for type '" + tag
                                                                + "' in 'types' sheet. There must be one sheet per row in the 'types' sheet."))),
                        rehearsal));
            }
        }
        return parts;
    }

    private void clear(ProjectAccess who, String tag) {
        Optional<LookupTable> table = services.tables().withTag(who, tag);
        int cleared = 1;
        while (table.isPresent() && cleared > 0) {
            cleared = services.tables().clearSome(who, table.get().id());
        }
    }

    /** Writes a workbook of tables with their rows. */
    public Work write(Path file, ProjectAccess who, Selection selection) {
        List<LookupTable> tables = tables(who, selection);
        List<SheetSource> sheets = new ArrayList<>();
        sheets.add(new TableSheet(tables));
        int total = tables.size();
        for (LookupTable table : tables) {
            RowSheet.Shape shape = new RowSheet.Shape(table);
            Supplier<List<LookupRow>> look = rows(who, table.id());
            for (List<LookupRow> some = look.get(); !some.isEmpty(); some = look.get()) {
                total += some.size();
                shape.add(
                        some,
                        services.rows()
                                .owners(who, some.stream().map(LookupRow::id).toList()));
            }
            sheets.add(new RowSheet(services, who, shape, rows(who, table.id())));
        }
        return new WritingWork(file, total, sheets);
    }

    private List<LookupTable> tables(ProjectAccess who, Selection selection) {
        if (selection instanceof Selection.Ids(List<String> ids)) {
            return ids.stream()
                    .flatMap(id -> TableIds.read(id).stream())
                    .flatMap(id -> services.tables().find(who, id).stream())
                    .toList();
        }
        List<LookupTable> all = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            Page<LookupTable> page = services.tables().list(who, new PageRequest(PAGE, after, false));
            all.addAll(page.items());
            more = page.more();
            after = more ? page.items().getLast().cursor() : after;
        }
        return all;
    }

    /** The ids of the rows of a table, in their order. */
    public List<String> ids(ProjectAccess who, Selection.RowsOf selection) {
        List<String> ids = new ArrayList<>();
        TableIds.read(selection.tableId()).ifPresent(table -> {
            Supplier<List<LookupRow>> pages = rows(who, table);
            for (List<LookupRow> some = pages.get(); !some.isEmpty(); some = pages.get()) {
                some.forEach(row -> ids.add(TableIds.hex(row.id())));
            }
        });
        return ids;
    }

    private Supplier<List<LookupRow>> rows(ProjectAccess who, UUID tableId) {
        return new Supplier<>() {
            private String after = "";
            private boolean more = true;

            @Override
            public List<LookupRow> get() {
                if (!more) {
                    return List.of();
                }
                Page<LookupRow> page = services.rows()
                        .pages(who, List.of(tableId), new PageRequest(PAGE, after, false))
                        .values()
                        .iterator()
                        .next();
                more = page.more();
                if (more) {
                    after = page.items().getLast().cursor();
                }
                return page.items();
            }
        };
    }
}

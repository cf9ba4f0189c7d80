// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.baraza.exchange.work.Outcome.Fault;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.exchange.workbook.SheetReader;
import org.baraza.exchange.workbook.WorkbookLimits;
import org.baraza.exchange.workbook.WorkbookReader;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.jspecify.annotations.Nullable;

/** Does the rows of a workbook, part after part, read as a stream. */
public final class SheetsWork implements Work {
    private final Path file;
    private final WorkbookReader workbook;
    private final List<SheetPart> parts;
    private final boolean rehearsal;
    private int part;
    private @Nullable SheetReader rows;

    /**
     * @param file removed when the work is closed
     * @param rehearsal whether nothing is changed: then the parts know only of rows of this run what they would have made
     */
    public SheetsWork(Path file, WorkbookReader workbook, List<SheetPart> parts, boolean rehearsal) {
        this.file = file;
        this.workbook = workbook;
        this.parts = List.copyOf(parts);
        this.rehearsal = rehearsal;
    }

    @Override
    public boolean startsOver() {
        return rehearsal;
    }

    @Override
    public int total() {
        int total = 0;
        for (SheetPart each : parts) {
            try (SheetReader sheet = open(each)) {
                while (sheet.hasNext()) {
                    if (each.takes(sheet.next())) {
                        total++;
                    }
                    if (total > WorkbookLimits.MOST_ROWS) {
                        throw WorkbookLimits.tooManyRows();
                    }
                }
            }
        }
        return total;
    }

    private SheetReader open(SheetPart wanted) {
        return workbook.sheet(wanted.sheet())
                .orElseThrow(() -> new WorkbookRefused("SHEET_MISSING", "There is no sheet " + wanted.sheet() + "."));
    }

    @Override
    public void skip(int wanted) {
        for (int passed = 0; passed < wanted && part < parts.size(); ) {
            DataRow row = nextOfPart();
            if (row == null) {
                nextPart();
            } else {
                passed++;
            }
        }
    }

    @Override
    public List<Step> next() {
        while (part < parts.size()) {
            List<DataRow> taken = new ArrayList<>();
            while (taken.size() < parts.get(part).atOnce()) {
                DataRow row = nextOfPart();
                if (row == null) {
                    break;
                }
                taken.add(row);
            }
            if (!taken.isEmpty()) {
                return steps(parts.get(part), taken);
            }
            nextPart();
        }
        return List.of();
    }

    private @Nullable DataRow nextOfPart() {
        SheetPart present = parts.get(part);
        SheetReader open = rows;
        if (open == null) {
            open = open(present);
            rows = open;
        }
        while (open.hasNext()) {
            DataRow row = open.next();
            if (present.takes(row)) {
                present.passing(row);
                return row;
            }
        }
        return null;
    }

    private void nextPart() {
        closeSheet();
        part++;
    }

    /** Rows with cells that are errors are not shown to the part. */
    private static List<Step> steps(SheetPart part, List<DataRow> taken) {
        List<DataRow> whole =
                taken.stream().filter(row -> row.broken().isEmpty()).toList();
        List<Step> ready = part.steps(whole);
        List<Step> all = new ArrayList<>();
        int next = 0;
        for (DataRow row : taken) {
            all.add(row.broken().isEmpty() ? ready.get(next++) : broken(part, row));
        }
        return all;
    }

    private static Step broken(SheetPart part, DataRow row) {
        return new BadStep(
                new RowPlace(part.sheet(), row.number(), ""),
                List.of(new Fault("", "CELL_ERROR", "A cell holds an error of the spreadsheet instead of a value.")));
    }

    private void closeSheet() {
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }

    @Override
    public void close() {
        closeSheet();
        workbook.close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

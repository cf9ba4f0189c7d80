// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.baraza.exchange.work.Step;
import org.baraza.exchange.work.Work;
import org.baraza.exchange.workbook.RowReader;
import org.baraza.exchange.workbook.WorkbookLimits;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.baraza.identity.ProjectAccess;

/** Imports cases from a table, as many rows at a time as go into one form. */
public final class ImportWork implements Work {
    /** As many as CommCare HQ puts into a form. */
    public static final int AT_ONCE = 100;

    /** Each row may be tried in company and again alone. */
    private static final int TRIES = 2;

    private final ImportServices services;
    private final ProjectAccess who;
    private final ImportPlan plan;
    private final Path copy;
    private final ImportFile file;
    private final ImportColumns columns;
    private final RowReader rows;
    private final PromisedCases promised;

    /** @param copy removed when the work is closed */
    public ImportWork(ImportServices services, ProjectAccess who, ImportPlan plan, Path copy) {
        this.services = services;
        this.who = who;
        this.plan = plan;
        this.copy = copy;
        this.file = ImportFile.open(copy);
        this.rows = file.rows();
        this.columns = ImportColumns.of(rows.columns(), plan);
        this.promised = new PromisedCases(plan.checkOnly());
    }

    /**
     * Looks at the header of a table, before anything is promised.
     *
     * @throws WorkbookRefused when it cannot be imported as a whole
     */
    public static void check(Path table, ImportPlan plan) {
        try (ImportFile file = ImportFile.open(table);
                RowReader rows = file.rows()) {
            if (!rows.hasNext()) {
                throw empty();
            }
            ImportColumns.of(rows.columns(), plan);
        }
    }

    static WorkbookRefused empty() {
        return new WorkbookRefused(
                "EMPTY", "Your spreadsheet is empty. Please try again with a different spreadsheet.");
    }

    @Override
    public int total() {
        int total = 0;
        try (RowReader counted = file.rows()) {
            while (counted.hasNext()) {
                counted.next();
                total++;
                if (total > WorkbookLimits.MOST_ROWS) {
                    throw WorkbookLimits.tooManyRows();
                }
            }
        }
        return total;
    }

    @Override
    public void skip(int done) {
        for (int passed = 0; passed < done && rows.hasNext(); passed++) {
            rows.next();
        }
    }

    @Override
    public List<Step> next() {
        List<ImportRow> some = new ArrayList<>();
        while (some.size() < AT_ONCE && rows.hasNext()) {
            some.add(ImportRow.of(rows.next(), columns, plan));
        }
        if (some.isEmpty()) {
            return List.of();
        }
        services.forms().reserve(TRIES * some.size());
        return List.of(new ImportChunk(services, who, plan, some, new ImportOwners(services, who, some), promised));
    }

    @Override
    public void close() {
        rows.close();
        file.close();
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

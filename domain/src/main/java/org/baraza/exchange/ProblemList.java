// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.util.Optional;
import org.baraza.exchange.workbook.SheetWriter;
import org.baraza.exchange.workbook.WorkbookWriter;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.Transactions;

/** The errors of a job as a workbook, for those who put them right in the one they sent. */
final class ProblemList {
    private static final int AT_ONCE = 1_000;

    private final Transactions transactions;
    private final JobStore store;
    private final JobFiles files;

    ProblemList(Transactions transactions, JobStore store, JobFiles files) {
        this.transactions = transactions;
        this.store = store;
        this.files = files;
    }

    /** Empty when nothing was wrong. */
    Optional<JobFile> of(Job job) {
        Page<JobError> first = page(job, "");
        if (first.items().isEmpty()) {
            return Optional.empty();
        }
        String key = files.keep(out -> {
            WorkbookWriter workbook = new WorkbookWriter(out);
            SheetWriter sheet = workbook.sheet("problems");
            sheet.header("sheet", "row", "column", "problem", "about", "code");
            for (Page<JobError> page = first;
                    ;
                    page = page(job, page.items().getLast().cursor())) {
                page.items().forEach(error -> write(sheet, error));
                if (!page.more()) {
                    break;
                }
            }
            workbook.finish();
        });
        return Optional.of(new JobFile(key, "problems.xlsx"));
    }

    private Page<JobError> page(Job job, String after) {
        return transactions.read(tx -> store.errors(tx, job.jobId(), new PageRequest(AT_ONCE, after, false)));
    }

    private static void write(SheetWriter sheet, JobError error) {
        sheet.row(
                error.place().sheet(),
                Integer.toString(error.place().row()),
                error.fault().column(),
                error.fault().message(),
                error.place().subject(),
                error.fault().code());
    }
}

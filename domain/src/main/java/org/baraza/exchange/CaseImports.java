// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.nio.file.Path;
import org.baraza.exchange.imports.ImportPlan;
import org.baraza.exchange.imports.ImportWork;
import org.baraza.identity.ProjectAccess;

/** Takes tables of cases to be imported. */
public final class CaseImports {
    private final Jobs jobs;
    private final JobFiles files;

    public CaseImports(Jobs jobs, JobFiles files) {
        this.jobs = jobs;
        this.files = files;
    }

    /** Refuses whoever may not import cases, before she sends a file for it. Needs {@code edit_data}. */
    public void mayImport(ProjectAccess who) {
        JobKind.CASE_IMPORT.require(who);
    }

    /**
     * Starts to import what lies in the blob store.
     *
     * @throws org.baraza.exchange.workbook.WorkbookRefused when the table cannot be imported as a whole; it is gone then
     */
    public Job start(ProjectAccess who, ImportPlan plan, JobFile sent) {
        mayImport(who);
        Path copy = files.copy(sent.key());
        try {
            ImportWork.check(copy, plan);
            return jobs.importCases(who, plan, sent);
        } catch (RuntimeException refused) {
            files.discard(sent.key());
            throw refused;
        } finally {
            JobFiles.remove(copy);
        }
    }
}

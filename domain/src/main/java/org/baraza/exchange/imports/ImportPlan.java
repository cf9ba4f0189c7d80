// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How rows become cases.
 *
 * @param caseType of the cases that are looked for and of those that are made
 * @param byExternalId whether the search column has external ids; else it has case ids
 * @param searchColumn header of the column by which cases are found
 * @param createsNew whether a row that finds no case makes one
 * @param nameColumn header of the column with the name
 * @param comment of whoever sent it
 * @param targets by header, what each column is to be: a property, or a word of {@link ImportColumns}; columns that are not
 *     named are left out. When it is empty, each column is what its header says
 * @param checkOnly to tell only what would happen
 */
public record ImportPlan(
        String caseType,
        boolean byExternalId,
        String searchColumn,
        boolean createsNew,
        String nameColumn,
        String comment,
        Map<String, String> targets,
        boolean checkOnly) {

    /** @param targets null in plans of jobs that were begun before there was a choice */
    public ImportPlan(
            String caseType,
            boolean byExternalId,
            String searchColumn,
            boolean createsNew,
            String nameColumn,
            String comment,
            @Nullable Map<String, String> targets,
            boolean checkOnly) {
        this.caseType = caseType;
        this.byExternalId = byExternalId;
        this.searchColumn = searchColumn;
        this.createsNew = createsNew;
        this.nameColumn = nameColumn;
        this.comment = comment;
        this.targets = targets == null ? Map.of() : Map.copyOf(targets);
        this.checkOnly = checkOnly;
    }

    /** Every column is what its header says. */
    public static ImportPlan asHeadersSay(
            String caseType,
            boolean byExternalId,
            String searchColumn,
            boolean createsNew,
            String nameColumn,
            String comment) {
        return new ImportPlan(caseType, byExternalId, searchColumn, createsNew, nameColumn, comment, Map.of(), false);
    }
}

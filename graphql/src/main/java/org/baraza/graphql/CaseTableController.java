// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.exchange.CaseTable;
import org.baraza.exchange.CaseTables;
import org.baraza.exchange.imports.ImportPlan;
import org.baraza.exchange.imports.TableLook;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.baraza.graphql.JobMutations.JobPayload;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Tables of cases, from their sending to their import. */
@Controller
final class CaseTableController {
    private final Entrance entrance;
    private final CaseTables tables;

    CaseTableController(Entrance entrance, CaseTables tables) {
        this.entrance = entrance;
        this.tables = tables;
    }

    /** A table as it is shown. */
    record CaseTableNode(String tableId, String fileName, int rows, List<TableLook.Seen> columns, Instant sentAt) {
        private static CaseTableNode of(CaseTable table) {
            return new CaseTableNode(
                    table.tableId(),
                    table.file().name(),
                    table.look().rows(),
                    table.look().columns(),
                    table.sentAt());
        }
    }

    @SchemaMapping(typeName = "Project", field = "caseTable")
    Optional<CaseTableNode> caseTable(ProjectNode project, @Argument String tableId) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> tables.find(access, tableId)).map(CaseTableNode::of);
    }

    /** What stands in the column by which cases are found. */
    enum CaseSearchField {
        CASE_ID,
        EXTERNAL_ID
    }

    /** What a column becomes. */
    record ColumnInput(String header, String target) {}

    /** How the rows become cases. */
    record ImportStart(
            String project,
            String tableId,
            String caseType,
            CaseSearchField searchField,
            String searchColumn,
            @Nullable Boolean createNew,
            List<ColumnInput> columns,
            @Nullable Boolean checkOnly,
            @Nullable String comment) {

        private ImportPlan plan() {
            Map<String, String> targets = new LinkedHashMap<>();
            columns.forEach(column -> targets.put(column.header(), column.target()));
            if (caseType.isBlank()) {
                throw new Refused(Problem.Invalid.field("caseType", "CASE_TYPE_MISSING", "A case type is needed."));
            }
            if (targets.isEmpty()) {
                throw new Refused(
                        Problem.Invalid.field("columns", "COLUMNS_MISSING", "At least one column is to be imported."));
            }
            return new ImportPlan(
                    caseType.strip(),
                    searchField == CaseSearchField.EXTERNAL_ID,
                    searchColumn,
                    Boolean.TRUE.equals(createNew),
                    "",
                    comment == null ? "" : comment,
                    targets,
                    Boolean.TRUE.equals(checkOnly));
        }
    }

    @MutationMapping
    JobPayload startCaseImport(@Argument ImportStart input) {
        return Attempt.in(
                entrance, input.project, access -> new JobNode(access, started(access, input)), JobPayload::new);
    }

    private org.baraza.exchange.Job started(ProjectAccess access, ImportStart input) {
        try {
            return tables.start(access, input.tableId, input.plan());
        } catch (WorkbookRefused refused) {
            throw new Refused(Problem.Invalid.field("columns", refused.code(), refused.text()));
        }
    }
}

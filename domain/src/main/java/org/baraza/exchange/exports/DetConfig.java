// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.baraza.exchange.workbook.SheetWriter;
import org.baraza.exchange.workbook.WorkbookWriter;

/**
 * The workbook that tells commcare-export which columns an export has and where the data API has them: a sheet for each table.
 */
public final class DetConfig {
    private static final String[] HEADER = {
        "Source Field", "Field", "Map Via", "Data Source", "Filter Name", "Filter Value"
    };

    private static final Map<String, String> OF_FORMS = Map.of(
            FormPaths.FORM_ID, "id",
            FormPaths.APP_ID, "app_id",
            FormPaths.BUILD_ID, "build_id",
            FormPaths.RECEIVED_ON, "received_on",
            FormPaths.EDITED_ON, "edited_on",
            FormPaths.SUBMIT_IP, "submit_ip",
            FormPaths.USERNAME, "metadata.username",
            FormPaths.COMPLETED, "metadata.timeEnd",
            FormPaths.STARTED, "metadata.timeStart");

    private static final Map<String, String> OF_CASES = Map.ofEntries(
            Map.entry(CasePaths.CASE_ID, "id"),
            Map.entry(CasePaths.NAME, "properties.case_name"),
            Map.entry(CasePaths.TYPE, "properties.case_type"),
            Map.entry(CasePaths.EXTERNAL_ID, "properties.external_id"),
            Map.entry(CasePaths.OWNER_ID, "properties.owner_id"),
            Map.entry(CasePaths.OPENED_ON, "properties.date_opened"),
            Map.entry(CasePaths.OPENED_BY_ID, "opened_by"),
            Map.entry(CasePaths.CLOSED, "closed"),
            Map.entry(CasePaths.CLOSED_ON, "date_closed"),
            Map.entry(CasePaths.CLOSED_BY_ID, "closed_by"),
            Map.entry(CasePaths.MODIFIED_ON, "date_modified"),
            Map.entry(CasePaths.MODIFIED_BY_ID, "user_id"),
            Map.entry(CasePaths.SERVER_MODIFIED_ON, "server_date_modified"));

    private DetConfig() {}

    /** Columns that the data API does not have are left out, and with them tables that have no others. */
    public static void write(ExportPlan plan, OutputStream out) throws IOException {
        WorkbookWriter workbook = new WorkbookWriter(out);
        List<ExportTable> tables = plan.tables().stream()
                .filter(ExportTable::selected)
                .filter(table -> plan.type() == ExportType.FORM || table.path().equals(ExportTable.MAIN))
                .toList();
        for (ExportTable table : tables) {
            SheetWriter sheet = workbook.sheet(table.label());
            sheet.header(HEADER);
            boolean first = true;
            for (ExportColumn column : table.selectedColumns()) {
                String source = source(plan.type(), table, column.path());
                if (source.isEmpty()) {
                    continue;
                }
                sheet.row(
                        source,
                        column.label(),
                        "",
                        first ? dataSource(plan.type(), table) : "",
                        first ? (plan.type() == ExportType.FORM ? "xmlns" : "type") : "",
                        first ? plan.identifier() : "");
                first = false;
            }
        }
        workbook.finish();
    }

    private static String dataSource(ExportType type, ExportTable table) {
        return table.path().isEmpty() ? type.wireName() : type.wireName() + "." + table.path() + "[*]";
    }

    /** Within a repeat group paths begin at the group. */
    private static String source(ExportType type, ExportTable table, String path) {
        if (type == ExportType.CASE) {
            return path.startsWith(CasePaths.PROPERTIES) ? path : OF_CASES.getOrDefault(path, "");
        }
        String plain = OF_FORMS.getOrDefault(path, path.startsWith("form.") ? path : "");
        if (table.path().isEmpty()) {
            return plain;
        }
        return path.startsWith(table.path() + ".") ? path.substring(table.path().length() + 1) : "";
    }
}

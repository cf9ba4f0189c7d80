// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import static org.baraza.exchange.exports.ExportColumn.advanced;
import static org.baraza.exchange.exports.ExportColumn.rare;
import static org.baraza.exchange.exports.ExportColumn.usual;

import java.util.ArrayList;
import java.util.List;

/** The tables and columns that an export can have, with the usual ones selected (exports: default columns). */
final class UsualTables {
    private UsualTables() {}

    static List<ExportTable> of(ExportType type, Shape shape) {
        return type == ExportType.FORM ? ofForms(shape) : ofCases(shape);
    }

    private static List<ExportTable> ofForms(Shape shape) {
        List<ExportTable> tables = new ArrayList<>();
        tables.add(new ExportTable(ExportTable.MAIN, "Forms", true, formColumns(shape)));
        for (String group : shape.repeats()) {
            List<ExportColumn> columns = new ArrayList<>();
            columns.add(usual(FormPaths.NUMBER, FormPaths.NUMBER));
            for (int depth = 0; depth <= shape.depth(group); depth++) {
                columns.add(usual(FormPaths.number(depth), FormPaths.number(depth)));
            }
            columns.add(rare(FormPaths.FORM_ID, "formid"));
            for (Shape.Value value : shape.values()) {
                if (shape.groupOf(value.path()).filter(group::equals).isPresent()) {
                    columns.add(usual(value.path(), value.path()).with(value.options()));
                }
            }
            tables.add(new ExportTable(group, label(group), false, columns));
        }
        return tables;
    }

    private static String label(String group) {
        return "Repeat: " + group.substring(group.lastIndexOf('.') + 1);
    }

    private static List<ExportColumn> formColumns(Shape shape) {
        List<ExportColumn> columns = new ArrayList<>();
        columns.add(usual(FormPaths.NUMBER, "number"));
        columns.add(usual(FormPaths.FORM_ID, "formid"));
        for (Shape.Value value : shape.values()) {
            String path = value.path();
            if (shape.groupOf(path).isEmpty() && !path.equals(FormPaths.CASE_ID) && !path.equals(FormPaths.CASE_NAME)) {
                columns.add(usual(path, path).with(value.options()));
            }
        }
        columns.add(usual(FormPaths.COMPLETED, "completed_time"));
        columns.add(usual(FormPaths.STARTED, "started_time"));
        columns.add(usual(FormPaths.USERNAME, "username"));
        columns.add(advanced(FormPaths.USER_ID, "userID"));
        columns.add(advanced(FormPaths.XMLNS, "@xmlns"));
        columns.add(advanced(FormPaths.NAME, "@name"));
        columns.add(advanced(FormPaths.APP_VERSION, "App Version"));
        columns.add(advanced(FormPaths.DEVICE_ID, "deviceID"));
        columns.add(advanced(FormPaths.LOCATION, "location"));
        columns.add(advanced(FormPaths.APP_ID, "app_id"));
        columns.add(advanced(FormPaths.BUILD_ID, "build_id"));
        columns.add(advanced(FormPaths.VERSION, "@version"));
        columns.add(advanced(FormPaths.STATE, "state"));
        columns.add(advanced(FormPaths.SYNC_TOKEN, "last_sync_token"));
        columns.add(advanced(FormPaths.PARTIAL, "partial_submission"));
        columns.add(usual(FormPaths.RECEIVED_ON, "received_on"));
        columns.add(rare(FormPaths.EDITED_ON, "edited_on"));
        columns.add(rare(FormPaths.SUBMIT_IP, "submit_ip"));
        columns.add(usual(FormPaths.LINK, "form_link"));
        columns.add(rare(FormPaths.HQ_USER, "hq_user"));
        if (shape.has(FormPaths.CASE_ID)) {
            columns.add(rare(FormPaths.CASE_ID, "caseid"));
            columns.add(rare(FormPaths.CASE_NAME, "case_name"));
        }
        return columns;
    }

    private static List<ExportTable> ofCases(Shape shape) {
        return List.of(
                new ExportTable(ExportTable.MAIN, "Cases", true, caseColumns(shape)),
                new ExportTable(
                        ExportTable.HISTORY,
                        "Case History",
                        false,
                        columns(
                                "number",
                                "action_type",
                                "user_id",
                                "date",
                                "server_date",
                                "xform_id",
                                "xform_xmlns",
                                "xform_name",
                                "deprecated",
                                "sync_log_id")),
                new ExportTable(
                        ExportTable.PARENTS,
                        "Parent Cases",
                        false,
                        columns("number", "parent_case_id", "parent_case_type", "relationship_type", "state")));
    }

    private static List<ExportColumn> columns(String... names) {
        return List.of(names).stream().map(name -> usual(name, name)).toList();
    }

    private static List<ExportColumn> caseColumns(Shape shape) {
        List<ExportColumn> columns = new ArrayList<>();
        columns.add(usual("number", "number"));
        columns.add(usual(CasePaths.CASE_ID, "caseid"));
        columns.add(usual(CasePaths.NAME, "name"));
        for (Shape.Value value : shape.values()) {
            if (value.path().startsWith(CasePaths.PROPERTIES)) {
                columns.add(usual(value.path(), value.path().substring(CasePaths.PROPERTIES.length()))
                        .with(value.options()));
            }
        }
        columns.addAll(List.of(
                rare(CasePaths.TYPE, CasePaths.TYPE),
                usual(CasePaths.CLOSED, CasePaths.CLOSED),
                rare(CasePaths.CLOSED_BY_ID, CasePaths.CLOSED_BY_ID),
                usual(CasePaths.CLOSED_BY, CasePaths.CLOSED_BY),
                usual(CasePaths.CLOSED_ON, CasePaths.CLOSED_ON),
                rare(CasePaths.EXTERNAL_ID, CasePaths.EXTERNAL_ID),
                rare(CasePaths.MODIFIED_BY_ID, CasePaths.MODIFIED_BY_ID),
                usual(CasePaths.MODIFIED_BY, CasePaths.MODIFIED_BY),
                usual(CasePaths.MODIFIED_ON, CasePaths.MODIFIED_ON),
                rare(CasePaths.OPENED_BY_ID, CasePaths.OPENED_BY_ID),
                usual(CasePaths.OPENED_BY, CasePaths.OPENED_BY),
                usual(CasePaths.OPENED_ON, CasePaths.OPENED_ON),
                rare(CasePaths.OWNER_ID, CasePaths.OWNER_ID),
                usual(CasePaths.OWNER_NAME, CasePaths.OWNER_NAME),
                rare(CasePaths.SERVER_MODIFIED_ON, CasePaths.SERVER_MODIFIED_ON),
                advanced(CasePaths.STATE, CasePaths.STATE),
                usual(CasePaths.LINK, CasePaths.LINK)));
        shape.values().stream()
                .map(Shape.Value::path)
                .filter(path -> path.startsWith(CasePaths.INDICES))
                .forEach(path -> columns.add(rare(path, path)));
        return columns;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baraza.cases.CaseIndex;
import org.baraza.cases.CaseState;
import org.baraza.cases.CaseStep;
import org.baraza.exchange.exports.CellRules.Document;
import org.baraza.xml.Timestamps;
import org.jspecify.annotations.Nullable;

/** Makes the rows of a case: one of the main table, one for each step of its history, one for each case it points to. Pure. */
final class CaseRowMaker {
    private final Surroundings surroundings;
    private final List<ExportTable> written;
    private final List<TableLayout> layouts;
    private final Optional<PlaceFinder> places;

    /** @param places paths of columns of which the data dictionary says that they have places; for a format that shows them */
    CaseRowMaker(ExportPlan plan, Surroundings surroundings, Set<String> places) {
        this.surroundings = surroundings;
        this.written = plan.written();
        CellRules rules = new CellRules(plan.manner(), surroundings);
        this.layouts =
                written.stream().map(table -> new TableLayout(table, rules)).toList();
        this.places = plan.format() == ExportFormat.GEOJSON
                ? layouts.stream().findFirst().map(cases -> new PlaceFinder(cases, places))
                : Optional.empty();
    }

    List<TableLayout> layouts() {
        return layouts;
    }

    boolean wantsHistory() {
        return written.stream().anyMatch(table -> table.path().equals(ExportTable.HISTORY));
    }

    /**
     * @param number of the case in the export, from 0 on
     * @param names of users and owners, by their ids
     * @param steps of its history; none where they are not wanted
     */
    List<ExportRow> rows(long number, CaseState state, Map<String, String> names, List<CaseStep> steps) {
        List<ExportRow> rows = new ArrayList<>();
        Document document = new Document(state.caseId(), Set.of());
        for (int table = 0; table < layouts.size(); table++) {
            TableLayout layout = layouts.get(table);
            switch (written.get(table).path()) {
                case ExportTable.MAIN ->
                    rows.add(row(table, layout, document, path -> value(path, number, state, names)));
                case ExportTable.HISTORY -> {
                    for (int place = 0; place < steps.size(); place++) {
                        CaseStep step = steps.get(place);
                        String place1 = number + "." + place;
                        rows.add(row(table, layout, document, path -> value(path, place1, step)));
                    }
                }
                case ExportTable.PARENTS -> {
                    List<CaseIndex> links = state.liveIndices();
                    for (int place = 0; place < links.size(); place++) {
                        CaseIndex link = links.get(place);
                        String place1 = number + "." + place;
                        rows.add(row(table, layout, document, path -> value(path, place1, link)));
                    }
                }
                default -> {}
            }
        }
        return rows;
    }

    /** Tells the value of a column. */
    private interface Values {
        @Nullable
        String of(String path);
    }

    private ExportRow row(int table, TableLayout layout, Document document, Values values) {
        List<ExportColumn> columns = layout.columns();
        @Nullable String[] found = new String[columns.size()];
        for (int column = 0; column < found.length; column++) {
            found[column] = values.of(columns.get(column).path());
        }
        return new ExportRow(table, layout.cells(found, document), places.flatMap(finder -> finder.in(found)));
    }

    private @Nullable String value(String path, long number, CaseState state, Map<String, String> names) {
        if (path.startsWith(CasePaths.PROPERTIES)) {
            return state.properties().get(path.substring(CasePaths.PROPERTIES.length()));
        }
        if (path.startsWith(CasePaths.INDICES)) {
            String type = path.substring(CasePaths.INDICES.length());
            return state.liveIndices().stream()
                    .filter(link -> link.caseType().equals(type))
                    .map(CaseIndex::targetId)
                    .collect(Collectors.joining(" "));
        }
        return switch (path) {
            case FormPaths.NUMBER -> String.valueOf(number);
            case CasePaths.CASE_ID -> state.caseId();
            case CasePaths.NAME -> state.name();
            case CasePaths.TYPE -> state.type();
            case CasePaths.CLOSED -> state.closed() ? "True" : "False";
            case CasePaths.CLOSED_BY_ID -> text(state.closedBy());
            case CasePaths.CLOSED_BY -> name(names, state.closedBy());
            case CasePaths.CLOSED_ON -> moment(state.closedOn());
            case CasePaths.EXTERNAL_ID -> text(state.externalId());
            case CasePaths.MODIFIED_BY_ID -> text(state.modifiedBy());
            case CasePaths.MODIFIED_BY -> name(names, state.modifiedBy());
            case CasePaths.MODIFIED_ON -> moment(state.modifiedOn());
            case CasePaths.OPENED_BY_ID -> text(state.openedBy());
            case CasePaths.OPENED_BY -> name(names, state.openedBy());
            case CasePaths.OPENED_ON -> moment(state.openedOn());
            case CasePaths.OWNER_ID -> state.ownerId();
            case CasePaths.OWNER_NAME -> name(names, state.ownerId());
            case CasePaths.SERVER_MODIFIED_ON -> moment(state.serverModifiedOn());
            case CasePaths.STATE -> state.closed() ? "closed" : "open";
            case CasePaths.LINK -> surroundings.caseLink(state.caseId());
            default -> null;
        };
    }

    private static @Nullable String value(String path, String number, CaseStep step) {
        return switch (path) {
            case FormPaths.NUMBER -> number;
            case "action_type" -> step.action();
            case "user_id" -> text(step.userId());
            case "date" -> moment(step.clientDate());
            case "server_date" -> moment(step.serverDate());
            case "xform_id" -> text(step.formId());
            case "xform_xmlns" -> text(step.xmlns());
            case "xform_name" -> text(step.formName());
            case "deprecated" -> step.revoked() ? "True" : "False";
            case "sync_log_id" -> text(step.syncLogId());
            default -> null;
        };
    }

    private static @Nullable String value(String path, String number, CaseIndex link) {
        return switch (path) {
            case FormPaths.NUMBER -> number;
            case "parent_case_id" -> link.targetId();
            case "parent_case_type" -> link.caseType();
            case "relationship_type" -> link.relationship().wireName();
            case "state" -> "";
            default -> null;
        };
    }

    private static String name(Map<String, String> names, @Nullable String id) {
        return id == null ? "" : names.getOrDefault(id, "");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "" : Timestamps.format(moment);
    }
}

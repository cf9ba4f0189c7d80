// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.baraza.exchange.exports.CellRules.Document;
import org.baraza.forms.Form;
import org.baraza.forms.WholeForm;
import org.baraza.xml.Timestamps;
import org.baraza.xml.XmlAttribute;
import org.baraza.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** Makes the rows of a form: one of the main table, and one of its table for each turn of a repeat group. Pure. */
final class FormRowMaker {
    private final Surroundings surroundings;
    private final List<TableLayout> layouts;
    private final Branch root = new Branch();
    private final int main;

    /** What is wanted at a place in a form. */
    private static final class Branch {
        private final Map<String, Branch> children = new HashMap<>();
        private final Map<String, List<Target>> attributes = new HashMap<>();
        private final List<Target> targets = new ArrayList<>();
        private boolean repeated;
        private int table = -1;

        private Branch child(String name) {
            return children.computeIfAbsent(name, _ -> new Branch());
        }
    }

    /** A column of a table that is written. */
    private record Target(int table, int column) {}

    /**
     * A row in the making, within the row that its group lies in.
     *
     * @param values null where a table is not written
     */
    private record Turn(
            int table,
            String number,
            @Nullable String @Nullable [] values,
            @Nullable Turn outer) {}

    FormRowMaker(ExportPlan plan, Surroundings surroundings) {
        this.surroundings = surroundings;
        CellRules rules = new CellRules(plan.manner(), surroundings);
        List<ExportTable> written = plan.written();
        this.layouts =
                written.stream().map(table -> new TableLayout(table, rules)).toList();
        for (ExportTable table : plan.tables()) {
            if (!table.path().isEmpty()) {
                branch(table.path()).repeated = true;
            }
        }
        int mainTable = -1;
        for (int place = 0; place < written.size(); place++) {
            String path = written.get(place).path();
            if (path.isEmpty()) {
                mainTable = place;
            } else {
                branch(path).table = place;
            }
            plant(place);
        }
        this.main = mainTable;
    }

    private void plant(int table) {
        List<ExportColumn> columns = layouts.get(table).columns();
        for (int column = 0; column < columns.size(); column++) {
            String path = columns.get(column).path();
            if (!path.startsWith("form.") || ofEnvelope(path)) {
                continue;
            }
            Target target = new Target(table, column);
            int attribute = path.lastIndexOf(".@");
            if (attribute >= 0) {
                Branch holder = attribute == "form".length() ? root : branch(path.substring(0, attribute));
                holder.attributes
                        .computeIfAbsent(path.substring(attribute + 2), _ -> new ArrayList<>())
                        .add(target);
            } else {
                branch(path).targets.add(target);
            }
        }
    }

    private Branch branch(String path) {
        Branch at = root;
        for (String step : path.substring("form.".length()).split("\\.")) {
            at = at.child(step);
        }
        return at;
    }

    List<TableLayout> layouts() {
        return layouts;
    }

    /** @param number of the form in the export, from 0 on */
    List<ExportRow> rows(long number, WholeForm form) {
        List<ExportRow> rows = new ArrayList<>();
        Document document = new Document(form.form().formId(), form.attachments());
        Turn turn = turn(main, String.valueOf(number), form, null);
        Optional<XmlElement> content = form.content().root();
        content.ifPresent(element -> walk(root, element, turn, form, document, rows));
        finish(turn, document, rows);
        return rows;
    }

    private void walk(
            Branch branch, XmlElement element, Turn turn, WholeForm form, Document document, List<ExportRow> rows) {
        for (Target target : branch.targets) {
            put(target, turn, element.text());
        }
        if (!branch.attributes.isEmpty()) {
            for (XmlAttribute attribute : element.attributes()) {
                List<Target> wanted = attribute.namespace().isEmpty() ? branch.attributes.get(attribute.name()) : null;
                if (wanted != null) {
                    wanted.forEach(target -> put(target, turn, attribute.value()));
                }
            }
        }
        if (branch.children.isEmpty()) {
            return;
        }
        Map<Branch, Integer> turns = null;
        for (XmlElement child : element.children()) {
            Branch wanted = branch.children.get(child.name());
            if (wanted == null) {
                continue;
            }
            if (!wanted.repeated) {
                walk(wanted, child, turn, form, document, rows);
                continue;
            }
            turns = turns == null ? new HashMap<>() : turns;
            int index = turns.merge(wanted, 1, Integer::sum) - 1;
            Turn inner = turn(wanted.table, turn.number() + "." + index, form, turn);
            walk(wanted, child, inner, form, document, rows);
            finish(inner, document, rows);
        }
    }

    private Turn turn(int table, String number, WholeForm form, @Nullable Turn outer) {
        if (table < 0) {
            return new Turn(table, number, null, outer);
        }
        List<ExportColumn> columns = layouts.get(table).columns();
        @Nullable String[] values = new String[columns.size()];
        for (int column = 0; column < values.length; column++) {
            String path = columns.get(column).path();
            values[column] = path.startsWith(FormPaths.NUMBER) ? numbered(path, number) : envelope(path, form);
        }
        return new Turn(table, number, values, outer);
    }

    private static @Nullable String numbered(String path, String number) {
        if (path.equals(FormPaths.NUMBER)) {
            return number;
        }
        String[] parts = number.split("\\.");
        for (int depth = 0; depth < parts.length; depth++) {
            if (path.equals(FormPaths.number(depth))) {
                return parts[depth];
            }
        }
        return null;
    }

    /** A value of a list stands behind those before it. What lies in a group is also told to the tables around it. */
    private static void put(Target target, Turn turn, String text) {
        for (Turn at = turn; at != null; at = at.outer()) {
            @Nullable String[] values = at.values();
            if (at.table() == target.table() && values != null) {
                String before = values[target.column()];
                values[target.column()] = before == null ? text : before + " " + text;
                return;
            }
        }
    }

    private void finish(Turn turn, Document document, List<ExportRow> rows) {
        if (turn.values() != null) {
            rows.add(new ExportRow(turn.table(), layouts.get(turn.table()).cells(turn.values(), document)));
        }
    }

    private static boolean ofEnvelope(String path) {
        return switch (path) {
            case FormPaths.FORM_ID, FormPaths.XMLNS -> true;
            default -> false;
        };
    }

    private @Nullable String envelope(String path, WholeForm whole) {
        Form form = whole.form();
        return switch (path) {
            case FormPaths.FORM_ID -> form.formId();
            case FormPaths.XMLNS -> form.xmlns();
            case FormPaths.HQ_USER -> text(form.submittedBy());
            case FormPaths.APP_ID -> text(form.appId());
            case FormPaths.BUILD_ID -> text(form.buildId());
            case FormPaths.STATE -> form.state().name().toLowerCase(Locale.ROOT);
            case FormPaths.SYNC_TOKEN -> text(whole.lastSyncToken());
            case FormPaths.PARTIAL -> "false";
            case FormPaths.RECEIVED_ON -> moment(form.receivedOn());
            case FormPaths.EDITED_ON -> moment(form.editedOn());
            case FormPaths.SUBMIT_IP -> text(whole.submitIp());
            case FormPaths.LINK -> surroundings.formLink(form.formId());
            default -> null;
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "" : Timestamps.format(moment);
    }
}

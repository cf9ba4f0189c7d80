// SPDX-License-Identifier: Apache-2.0
package org.baraza.world;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.baraza.cases.CaseState;
import org.baraza.cases.LoadedCase;
import org.baraza.forms.FormState;
import org.baraza.forms.LoadedForm;
import org.baraza.forms.Submission;
import org.baraza.world.WorldFile.CaseEntry;
import org.baraza.world.WorldFile.FormEntry;
import tools.jackson.databind.json.JsonMapper;

/** Writes cases and forms with what they had to do with each other, and tells the feed of them. */
final class Records {
    private final Sql sql;
    private final ProjectRow project;
    private final List<CaseEntry> caseEntries;
    private final List<FormEntry> formEntries;
    private final Map<String, LoadedCase> cases = new LinkedHashMap<>();
    private final Map<String, LoadedForm> forms = new LinkedHashMap<>();

    Records(Sql sql, WorldFile world, ProjectRow project) {
        this.sql = sql;
        this.project = project;
        this.caseEntries = world.cases().stream()
                .filter(entry -> entry.domain().equals(project.name()))
                .toList();
        this.formEntries = world.forms().stream()
                .filter(entry -> entry.domain().equals(project.name()))
                .sorted(Comparator.comparing(FormEntry::receivedOn))
                .toList();
    }

    void write() {
        int number = firstCaseNumber();
        for (CaseEntry entry : caseEntries) {
            cases.put(entry.caseId(), new LoadedCase(state(entry, number++), entry.serverOpenedOn()));
        }
        formEntries.forEach(entry -> forms.put(entry.formId(), read(entry)));
        formEntries.forEach(this::join);
        caseEntries.forEach(this::requireItsForms);
        store();
        stamp();
        tellTheFeed();
    }

    /** Running nodes lease numbers as well, so those of former loads are not given again. */
    private int firstCaseNumber() {
        return sql.first(
                        row -> row.getInt(1),
                        """
                        insert into cases.case_number (project_id, next_no) values (?, ? + 1)
                        on conflict (project_id) do update set next_no = cases.case_number.next_no + ?
                        returning next_no - ?""",
                        project.id(),
                        caseEntries.size(),
                        caseEntries.size(),
                        caseEntries.size())
                .orElseThrow();
    }

    private static CaseState state(CaseEntry entry, int number) {
        return new CaseState(
                entry.caseId(),
                number,
                entry.caseType(),
                entry.caseName(),
                entry.ownerId(),
                entry.externalId(),
                null,
                entry.closed(),
                entry.openedOn(),
                entry.openedBy(),
                entry.modifiedOn(),
                entry.modifiedBy(),
                entry.closedOn(),
                entry.closedBy(),
                entry.serverModifiedOn(),
                null,
                null,
                entry.properties(),
                List.of(),
                entry.indices().entrySet().stream()
                        .map(index -> LoadedCase.link(
                                index.getKey(),
                                index.getValue().caseType(),
                                index.getValue().caseId(),
                                index.getValue().relationship()))
                        .toList(),
                0);
    }

    private LoadedForm read(FormEntry entry) {
        LoadedForm form;
        try {
            form = LoadedForm.read(entry.formId(), state(entry), submission(entry));
        } catch (IllegalArgumentException e) {
            throw new WorldRefused("The form " + entry.formId() + " cannot be read: " + e.getMessage());
        }
        if (!form.xmlns().equals(entry.xmlns()) || !Objects.equals(form.userId().orElse(null), entry.userId())) {
            throw new WorldRefused("The form " + entry.formId() + " has another xmlns or user in its XML.");
        }
        return form;
    }

    private static FormState state(FormEntry entry) {
        return Stream.of(FormState.NORMAL, FormState.ARCHIVED)
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(entry.state()))
                .findFirst()
                .orElseThrow(() -> new WorldRefused(entry.state() + " is no state of a form: normal or archived."));
    }

    private Submission submission(FormEntry entry) {
        String path = "/a/" + project.name() + "/receiver/" + (entry.appId() == null ? "" : entry.appId() + "/");
        return new Submission(
                entry.xml().getBytes(StandardCharsets.UTF_8),
                entry.receivedOn(),
                new Submission.Envelope(
                        path,
                        entry.appId(),
                        null,
                        entry.phoneSubmission() ? "3.0" : null,
                        null,
                        null,
                        entry.submitIp(),
                        entry.userId()),
                List.of());
    }

    private void join(FormEntry entry) {
        LoadedForm form = form(entry);
        for (String caseId : entry.caseIds()) {
            caseOf(caseId).add(form.reference(), form.workOn(caseId), form.state() == FormState.ARCHIVED);
        }
    }

    private LoadedForm form(FormEntry entry) {
        return Optional.ofNullable(forms.get(entry.formId())).orElseThrow();
    }

    private LoadedCase caseOf(String caseId) {
        return Optional.ofNullable(cases.get(caseId))
                .orElseThrow(() -> new WorldRefused("There is no case " + caseId + " in " + project.name() + "."));
    }

    private void requireItsForms(CaseEntry entry) {
        List<String> named = formEntries.stream()
                .filter(form -> form.caseIds().contains(entry.caseId()))
                .map(FormEntry::formId)
                .toList();
        if (!named.equals(entry.xformIds())) {
            throw new WorldRefused("The case " + entry.caseId() + " names other forms than those that name it, by age: "
                    + named + ".");
        }
    }

    private void store() {
        LoadedForm.Rows formRows = LoadedForm.rows(List.copyOf(forms.values()));
        sql.rows(row -> true, "select forms.store(?::json, ?, null)", formRows.json(), formRows.xmls());
        LoadedCase.Rows caseRows = LoadedCase.rows(cases.values());
        sql.rows(
                row -> true,
                "select cases.store(?::json, null, ?::json, ?::json)",
                caseRows.created(),
                caseRows.links(),
                caseRows.transactions());
    }

    /** What the product sets itself when it writes. Its own stamps go on behind those that it took for these rows. */
    private void stamp() {
        for (CaseEntry entry : caseEntries) {
            sql.run(
                    "update cases.case_record set indexed_on = ? where project_id = ? and case_id = ?",
                    entry.indexedOn(),
                    project.id(),
                    entry.caseId());
        }
        for (FormEntry entry : formEntries) {
            sql.run("""
                    update forms.form set build_id = ?, server_modified_on = ?, indexed_on = ?
                    where project_id = ? and form_id = ?""", entry.buildId(), entry.serverModifiedOn(), entry.indexedOn(), project.id(), entry.formId());
            if (form(entry).state() == FormState.ARCHIVED) {
                sql.run(
                        "insert into forms.event (project_id, form_id, operation, at) values (?, ?, 'archive', ?)",
                        project.id(),
                        entry.formId(),
                        entry.serverModifiedOn());
            }
        }
    }

    private void tellTheFeed() {
        List<Map<String, Object>> changes = new ArrayList<>();
        formEntries.forEach(entry -> changes.add(change("form", entry.formId(), entry.caseIds())));
        caseEntries.stream()
                .filter(entry -> entry.xformIds().isEmpty())
                .forEach(entry -> changes.add(change("case", entry.caseId(), List.of(entry.caseId()))));
        sql.rows(row -> true, "select feed.append(?::json)", JsonMapper.shared().writeValueAsString(changes));
    }

    private Map<String, Object> change(String kind, String documentId, List<String> caseIds) {
        return Map.of(
                "kind",
                kind,
                "document_id",
                documentId,
                "case_ids",
                caseIds,
                "case_numbers",
                caseIds.stream().map(caseId -> caseOf(caseId).number()).toList());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;

/** Writes cases of one project as their rows, also such that no form could make. */
public final class CaseRows {
    private final Transactions transactions;
    private final ProjectId project;
    private int next = 1;

    CaseRows(Transactions transactions, ProjectId project) {
        this.transactions = transactions;
        this.project = project;
    }

    public CaseRows open(String id, String owner) {
        return add(id, owner, false, "{}");
    }

    CaseRows closed(String id, String owner) {
        return add(id, owner, true, "{}");
    }

    CaseRows with(String id, String owner, String properties) {
        return add(id, owner, false, properties);
    }

    private CaseRows add(String id, String owner, boolean closed, String properties) {
        return sql("""
                insert into cases.case_record (project_id, case_id, case_no, type, name, owner_id, closed, opened_on,
                    modified_on, modified_by, server_modified_on, properties, last_ordinal)
                values (?, ?, ?, 'mother', ?, ?, ?, '2024-02-01T22:15:00Z', '2024-03-01T08:00:00.123456Z', 'u-amina',
                    now(), ?::jsonb, 1)
                """, project.value(), id, next++, "Name of " + id, owner, closed, properties);
    }

    CaseRows child(String id, String name, String target) {
        return link(id, name, target, "child");
    }

    CaseRows extension(String id, String name, String target) {
        return link(id, name, target, "extension");
    }

    CaseRows link(String id, String name, String target, String relationship) {
        sql(
                "insert into cases.case_index values (?, ?, ?, ?, 'mother', ?)",
                project.value(),
                id,
                name,
                target,
                relationship);
        return sql("""
                update cases.case_record set indices = indices || jsonb_build_array(jsonb_build_object(
                    'id', ?::text, 'type', 'mother', 'target', ?::text, 'rel', ?::text))
                where case_id = ?
                """, name, target, relationship, id);
    }

    CaseRows set(String id, String column, String value) {
        return sql("update cases.case_record set " + column + " = " + value + " where case_id = ?", id);
    }

    /** Announces that the case changed, as whatever changes cases does. */
    CaseRows changed(String id) {
        return sql(
                "insert into feed.change (project_id, kind, document_id, case_ids, case_numbers)"
                        + " select project_id, 'case', case_id, array[case_id], array[case_no] from cases.case_record"
                        + " where case_id = ?",
                id);
    }

    CaseRows stock(String id, String section, String entry, String balance) {
        return sql(
                "insert into cases.ledger_value values (?, ?, ?, ?, ?::numeric, '2024-03-02T08:00:00Z')",
                project.value(),
                id,
                section,
                entry,
                balance);
    }

    /** So many open cases of the size of real ones, every third a child of the one before. */
    public CaseRows many(int count, String owner) {
        sql("""
                insert into cases.case_record (project_id, case_id, case_no, type, name, owner_id, opened_on,
                    modified_on, modified_by, server_modified_on, properties, indices, last_ordinal)
                select ?, md5(n::text), n, 'mother', 'Zawadi ' || n, ?, now(), now(), 'u-amina', now(),
                    jsonb_build_object('village', 'Kisima', 'weight', n % 90, 'phone', '2547' || n, 'visits', n % 7,
                        'edd', '2024-09-01', 'last_visit_date', '2024-03-01', 'risk', 'low & stable',
                        'household_number', n / 5, 'mother_age', 17 + n % 25, 'notes', 'seen at home, all well'),
                    case when n % 3 = 0 then jsonb_build_array(jsonb_build_object('id', 'parent', 'type', 'mother',
                        'target', md5((n - 1)::text), 'rel', 'child')) else '[]' end, 1
                from generate_series(1, ?::int) n
                """, project.value(), owner, count);
        return sql("""
                insert into cases.case_index
                select ?, md5(n::text), 'parent', md5((n - 1)::text), 'mother', 'child'
                from generate_series(3, ?::int, 3) n
                """, project.value(), count);
    }

    CaseRows sql(String statement, Object... values) {
        ProjectScope.run(project, () -> transactions.writing(tx -> tx.sql().execute(statement, values)));
        return this;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.judge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * Ways to spoil a good database, each in a transaction that is rolled back. A judge that has no complaint about one of
 * them is no judge.
 */
public final class Mutants {
    private static final String SOME_STEP = "(select case_id, max(ordinal) as ordinal from cases.case_transaction"
            + " where project_id = $p group by case_id having count(*) > 1 order by case_id limit 1)";
    private static final String SOME_FORM = "(select min(form_id) from forms.form where project_id = $p and state = 1)";
    private static final String SOME_CASE =
            "(select min(case_id) from cases.case_record where project_id = $p and jsonb_exists(properties, 'visits'))";

    private Mutants() {}

    /** @return the names of those that the judge did not notice */
    public static List<String> unnoticed(Connection connection, UUID project, Promised promised) throws SQLException {
        List<String> unnoticed = new ArrayList<>();
        connection.setAutoCommit(false);
        for (var mutant : all().entrySet()) {
            try (var statement = connection.createStatement()) {
                boolean changed = false;
                for (String sql : mutant.getValue().split(";")) {
                    changed |= statement.executeUpdate(sql.replace("$p", "'" + project + "'")) > 0;
                }
                if (!changed || Judge.judge(connection, project, promised).count() == 0) {
                    unnoticed.add(mutant.getKey());
                }
            } finally {
                connection.rollback();
            }
        }
        connection.setAutoCommit(true);
        return unnoticed;
    }

    public static int count() {
        return all().size();
    }

    private static SequencedMap<String, String> all() {
        SequencedMap<String, String> mutants = new LinkedHashMap<>();
        mutants.put(
                "an acknowledged form is lost",
                "delete from forms.form where project_id = $p and form_id = " + SOME_FORM);
        mutants.put(
                "a form is stored twice",
                "insert into forms.form (project_id, form_id, state, xmlns, received_on, content_md5, xml, xml_length, path)"
                        + " select project_id, form_id || 'x', state, xmlns, received_on, content_md5, xml, xml_length, path"
                        + " from forms.form where project_id = $p and form_id = " + SOME_FORM);
        mutants.put(
                "a form is kept in error",
                "update forms.form set state = 16 where project_id = $p and form_id = " + SOME_FORM);
        mutants.put(
                "a form has other bytes",
                "update forms.form set xml = substr(xml, 1, length(xml) - 9) where project_id = $p and form_id = "
                        + SOME_FORM);
        mutants.put(
                "a form without its case change",
                "update cases.case_record c set last_ordinal = c.last_ordinal - 1 from " + SOME_STEP
                        + " s where c.project_id = $p and c.case_id = s.case_id;"
                        + "delete from cases.case_transaction t using " + SOME_STEP
                        + " s where t.project_id = $p and t.case_id = s.case_id and t.ordinal = s.ordinal");
        mutants.put(
                "a case change without its form",
                "insert into cases.case_transaction (project_id, case_id, ordinal, form_id, type, server_date)"
                        + " select project_id, case_id, last_ordinal + 1, 'nobody', 1, now() from cases.case_record"
                        + " where project_id = $p and case_id = " + SOME_CASE
                        + ";update cases.case_record set last_ordinal = last_ordinal + 1 where project_id = $p and case_id = "
                        + SOME_CASE);
        mutants.put(
                "a form counts twice in a case",
                "insert into cases.case_transaction (project_id, case_id, ordinal, form_id, type, server_date)"
                        + " select t.project_id, t.case_id, c.last_ordinal + 1, t.form_id, t.type, t.server_date"
                        + " from cases.case_transaction t join cases.case_record c using (project_id, case_id)"
                        + " where c.project_id = $p and c.case_id = " + SOME_CASE + " and t.ordinal = c.last_ordinal;"
                        + "update cases.case_record set last_ordinal = last_ordinal + 1 where project_id = $p and case_id = "
                        + SOME_CASE);
        mutants.put(
                "a case change is revoked",
                "update cases.case_transaction t set revoked = true from " + SOME_STEP
                        + " s where t.project_id = $p and t.case_id = s.case_id and t.ordinal = s.ordinal");
        mutants.put(
                "two steps of a case changed places",
                "update cases.case_transaction t set form_id = o.form_id from cases.case_transaction o, " + SOME_STEP
                        + " s where t.project_id = $p and o.project_id = $p and t.case_id = s.case_id"
                        + " and o.case_id = s.case_id and t.ordinal in (s.ordinal, s.ordinal - 1)"
                        + " and o.ordinal = 2 * s.ordinal - 1 - t.ordinal");
        mutants.put(
                "a property is wrong",
                "update cases.case_record set properties = jsonb_set(properties, '{visits}', '\"wrong\"')"
                        + " where project_id = $p and case_id = " + SOME_CASE);
        mutants.put(
                "a property is missing",
                "update cases.case_record set properties = properties - 'visits' where project_id = $p and case_id = "
                        + SOME_CASE);
        mutants.put(
                "a case is older than its last form",
                "update cases.case_record set modified_on = modified_on - interval '1 ms' where project_id = $p and case_id = "
                        + SOME_CASE);
        mutants.put(
                "a closed case is open again",
                "update cases.case_record set closed = false, closed_on = null, closed_by = null where project_id = $p"
                        + " and case_id = (select min(case_id) from cases.case_record where project_id = $p and closed)");
        mutants.put(
                "a case left no trace",
                "delete from cases.case_index where project_id = $p and case_id = " + SOME_CASE
                        + ";delete from cases.case_transaction where project_id = $p and case_id = " + SOME_CASE
                        + ";delete from cases.case_record where project_id = $p and case_id = " + SOME_CASE);
        mutants.put(
                "a link is lost",
                "delete from cases.case_index where project_id = $p and case_id = "
                        + "(select min(case_id) from cases.case_index where project_id = $p)");
        mutants.put(
                "stock was added twice",
                "update cases.ledger_value set balance = balance + 1 where project_id = $p and (case_id, entry_id) ="
                        + " (select case_id, entry_id from cases.ledger_value where project_id = $p"
                        + " order by case_id, entry_id limit 1)");
        mutants.put(
                "the feed tells twice of a form",
                "update feed.head set last_position = last_position + 1;"
                        + "insert into feed.change (project_id, feed_position, kind, document_id, case_ids)"
                        + " select project_id, (select last_position from feed.head), kind, document_id, case_ids"
                        + " from feed.change where project_id = $p and kind = 'form' order by change_id limit 1");
        mutants.put(
                "the feed says nothing of a form",
                "delete from feed.change where project_id = $p and feed_position ="
                        + " (select max(feed_position) from feed.change where project_id = $p);"
                        + "update feed.head set last_position = last_position - 1");
        mutants.put(
                "the feed leaves out a case",
                "update feed.change set case_ids = case_ids[2:] where project_id = $p and change_id ="
                        + " (select min(change_id) from feed.change where project_id = $p and cardinality(case_ids) > 1)");
        mutants.put(
                "a position is skipped",
                "update feed.head set last_position = last_position + 1;"
                        + "update feed.change set feed_position = feed_position + 1 where feed_position ="
                        + " (select max(feed_position) from feed.change)");
        mutants.put(
                "a change waits for ever",
                "update feed.change set feed_position = null where feed_position ="
                        + " (select max(feed_position) from feed.change);"
                        + "update feed.head set last_position = last_position - 1");
        mutants.put(
                "the feed turns round two changes of a case",
                "create temporary table pair on commit drop as select (array_agg(change_id order by change_id))[1:2] as ids,"
                        + " (array_agg(feed_position order by change_id))[1:2] as places from feed.change"
                        + " where project_id = $p and document_id in (select form_id from cases.case_transaction t join "
                        + SOME_STEP + " s using (case_id) where t.project_id = $p);"
                        + "update feed.change set feed_position = null from pair where change_id = any (ids);"
                        + "update feed.change set feed_position = places[2] from pair where change_id = ids[1];"
                        + "update feed.change set feed_position = places[1] from pair where change_id = ids[2]");
        // All of them: a single one may be of a form that nobody was promised.
        mutants.put("photos are lost", "delete from forms.attachment where project_id = $p");
        return mutants;
    }
}

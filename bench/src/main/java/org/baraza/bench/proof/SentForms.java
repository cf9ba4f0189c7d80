// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.baraza.phone.Block;
import org.baraza.phone.Truth;

/** What phones were told to do, and, in the order in which the server took it, what is true because of it. */
final class SentForms {
    private final Map<String, Sent> forms = new ConcurrentHashMap<>();

    private record Sent(String userId, List<Block> blocks) {}

    void add(String formId, String userId, List<Block> blocks) {
        forms.put(formId, new Sent(userId, blocks));
    }

    /** Of the database only the order is taken, case by case; what happened is what the phones did. */
    Truth truth(Connection connection, UUID project) throws SQLException {
        Truth truth = new Truth();
        try (var statement = connection.prepareStatement("select case_id, form_id from cases.case_transaction"
                + " where project_id = ? and form_id is not null order by case_id, ordinal")) {
            statement.setObject(1, project);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    add(truth, rows.getString(1), rows.getString(2));
                }
            }
        }
        return truth;
    }

    private void add(Truth truth, String caseId, String formId) throws SQLException {
        Sent form = forms.get(formId);
        if (form == null) {
            throw new SQLException("nobody sent form " + formId);
        }
        List<Block> blocks = form.blocks.stream()
                .filter(block -> block.caseId().equals(caseId))
                .toList();
        truth.add(formId + "/" + caseId, form.userId, blocks);
    }

    /** Which steps of the forms that arrived are not in the histories, and which are there twice. */
    Set<String> missing(Truth truth, List<String> acknowledged) {
        List<String> there = truth.formIds();
        Set<String> once = new HashSet<>(there);
        Set<String> missing = new HashSet<>();
        for (String formId : acknowledged) {
            for (Block block : forms.getOrDefault(formId, new Sent("", List.of())).blocks) {
                if (!once.contains(formId + "/" + block.caseId())) {
                    missing.add(formId);
                }
            }
        }
        if (once.size() < there.size()) {
            missing.add("a form counts twice");
        }
        return missing;
    }
}

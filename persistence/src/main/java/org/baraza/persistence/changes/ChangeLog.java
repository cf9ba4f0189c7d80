// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.List;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.impl.SQLDataType;

/** Announces changes, in the transaction that makes them. */
public final class ChangeLog {
    private final Runnable nudge;

    /** @param nudge called after the commit, so that the sequencer need not wait for its next round */
    public ChangeLog(Runnable nudge) {
        this.nudge = nudge;
    }

    /** Announces in a statement of its own. */
    public void append(Tx tx, List<Change> changes) {
        tx.sql().select(appended(tx, changes)).execute();
    }

    /** Announces as part of a larger statement. */
    public Field<Object> appended(Tx tx, List<Change> changes) {
        if (!changes.isEmpty()) {
            tx.afterCommit(nudge);
        }
        return field("feed.append({0})", SQLDataType.OTHER, val(JSON.valueOf(json(changes)), SQLDataType.JSON));
    }

    private static String json(List<Change> changes) {
        StringBuilder json = new StringBuilder("[");
        for (Change change : changes) {
            json.append(json.length() == 1 ? "{" : ",{");
            json.append("\"kind\":\"").append(change.kind().wireName()).append("\",\"document_id\":");
            quote(json, change.documentId());
            json.append(",\"case_ids\":[");
            int first = json.length();
            for (String caseId : change.caseIds()) {
                if (json.length() > first) {
                    json.append(',');
                }
                quote(json, caseId);
            }
            json.append("]}");
        }
        return json.append(']').toString();
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                default -> {
                    if (c < 0x20) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
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
            each(json, change.cases().keySet(), caseId -> quote(json, caseId));
            json.append("],\"case_numbers\":[");
            each(json, change.cases().values(), json::append);
            json.append("]");
            if (change.syncLogId() != null) {
                json.append(",\"sync_log_id\":");
                quote(json, change.syncLogId());
            }
            json.append('}');
        }
        return json.append(']').toString();
    }

    private static <T> void each(StringBuilder json, Collection<T> values, Consumer<T> append) {
        String comma = "";
        for (T value : values) {
            json.append(comma);
            append.accept(value);
            comma = ",";
        }
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

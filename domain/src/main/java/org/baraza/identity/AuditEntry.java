// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Map;

/**
 * Something that was done and by whom it may be asked later.
 *
 * @param action what was done, as {@code thing.done}
 * @param subjectKind what kind of thing it was done to
 * @param detail what changed, under {@code old.} and {@code new.} what it was and is; never a secret
 */
public record AuditEntry(String action, String subjectKind, String subjectId, Map<String, String> detail) {
    private static final int LONGEST_VALUE = 1_000;

    public AuditEntry {
        detail = Map.copyOf(detail);
    }

    public static AuditEntry of(String action, String subjectKind, String subjectId) {
        return new AuditEntry(action, subjectKind, subjectId, Map.of());
    }

    public AuditEntry with(String key, String value) {
        var more = new java.util.HashMap<>(detail);
        more.put(key, value);
        return new AuditEntry(action, subjectKind, subjectId, more);
    }

    /** With what something was and what it is now; nothing where it is the same. Long texts are cut. */
    public AuditEntry change(String key, String before, String after) {
        return before.equals(after) ? this : with("old." + key, cut(before)).with("new." + key, cut(after));
    }

    private static String cut(String value) {
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }
}

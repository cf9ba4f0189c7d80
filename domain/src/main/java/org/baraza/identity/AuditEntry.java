// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Map;

/**
 * Something that was done and by whom it may be asked later.
 *
 * @param action what was done, as {@code thing.done}
 * @param subjectKind what kind of thing it was done to
 * @param detail what changed; never a secret
 */
public record AuditEntry(String action, String subjectKind, String subjectId, Map<String, String> detail) {
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
}

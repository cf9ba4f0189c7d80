// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

/**
 * A link from one case to another.
 *
 * @param identifier name of the link within its case, usually {@code parent} or {@code host}
 * @param caseType type of the target, as the form said
 * @param targetId the case pointed to; empty once the link was removed (kept so that devices are told)
 */
public record CaseIndex(String identifier, String caseType, String targetId, Relationship relationship) {

    /** False once the link was removed. */
    public boolean live() {
        return !targetId.isEmpty();
    }

    CaseIndex removed() {
        return new CaseIndex(identifier, caseType, "", relationship);
    }
}

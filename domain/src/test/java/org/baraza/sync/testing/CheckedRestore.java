// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync.testing;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A restore that a device accepts.
 *
 * @param items the announced number of elements; -1 when none was announced
 * @param elements local names of the root's children, in order
 * @param userData by key
 * @param groups ids of user-groups
 * @param stock quantity by {@code case/section/entry}
 */
public record CheckedRestore(
        int items,
        List<String> elements,
        String message,
        String restoreId,
        String username,
        String userId,
        String registeredOn,
        SequencedMap<String, String> userData,
        List<String> fixtures,
        List<String> groups,
        SequencedMap<String, RestoredCase> cases,
        Map<String, String> stock) {

    /** The case of that id. */
    public RestoredCase theCase(String caseId) {
        RestoredCase found = cases.get(caseId);
        if (found == null) {
            throw new AssertionError("case " + caseId + " is not in the restore, but " + cases.keySet());
        }
        return found;
    }
}

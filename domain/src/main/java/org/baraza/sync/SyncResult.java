// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.Map;
import java.util.Set;
import org.baraza.persistence.changes.ProjectChanges;

/**
 * What a payload comes to.
 *
 * @param caseCount cases in the payload
 * @param ownerIds under which the person owns cases, as the payload tells the phone
 * @param state what the phone holds once it has read it
 * @param seen what of the project's feed the payload has seen
 * @param fixtures marks of the fixtures that the phone holds then
 */
record SyncResult(
        int caseCount,
        Set<String> ownerIds,
        PhoneState state,
        ProjectChanges.Place seen,
        Map<String, String> fixtures) {}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.persistence.changes.ProjectChanges;
import org.jspecify.annotations.Nullable;

/**
 * An answered sync from which a phone continues.
 *
 * @param ownerIds under which the person owned cases, as that sync told the phone
 * @param state what the phone held when it had read the payload
 * @param steps of the forms that the phone sent since, in order
 * @param seen what of the project's feed the payload had seen
 * @param appId app or build that the phone asked for
 * @param fixtures marks of the fixtures that the phone holds
 */
record KnownSync(
        String id,
        Set<String> ownerIds,
        PhoneState state,
        List<PhoneStep> steps,
        ProjectChanges.Place seen,
        @Nullable String appId,
        Map<String, String> fixtures) {}

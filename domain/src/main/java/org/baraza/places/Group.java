// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.time.Instant;
import java.util.Map;

/**
 * A group of mobile workers.
 *
 * @param caseSharing whether its id may own cases, which all members then share
 * @param reporting whether reports can be narrowed down to it
 */
public record Group(
        String groupId,
        String name,
        boolean caseSharing,
        boolean reporting,
        Map<String, String> metadata,
        Instant createdAt,
        Instant lastModified) {}

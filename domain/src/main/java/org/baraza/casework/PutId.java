// SPDX-License-Identifier: Apache-2.0
package org.baraza.casework;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectId;

/**
 * The id of a case that is made because none of that external id was found. It comes of the external id, so that two programs
 * that do this at the same moment, on whatever nodes, make one case and not two: the second form changes what the first made.
 */
final class PutId {
    private PutId() {}

    static String of(ProjectId project, String externalId) {
        String name = "baraza/case/" + project.value() + "/" + externalId;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import org.baraza.claims.Claim;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** A claim of a case. */
record ClaimNode(ProjectAccess access, Claim claim) implements InProject {

    public String claimId() {
        return claim.claimId();
    }

    public String caseId() {
        return claim.caseId();
    }

    public String holderId() {
        return claim.holderId();
    }

    public @Nullable Instant claimedOn() {
        return claim.claimedOn();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which cases of a type are read one after the other, in the order of their last changes as the server knows them. What changes
 * meanwhile comes once more, at its new place: whoever reads tells by the number of the case.
 *
 * @param from the earliest change; empty for no limit
 * @param before the end of the time of change, itself excluded; empty for no limit
 * @param owners only those owned by one of them; empty for anybody's
 */
public record CaseRun(String type, Optional<Instant> from, Optional<Instant> before, Optional<Set<String>> owners) {
    public CaseRun {
        owners = owners.map(Set::copyOf);
    }

    /** The place of a case in the run. */
    public record Place(Instant serverModifiedOn, int caseNo) {
        public static Place of(CaseState state) {
            return new Place(state.serverModifiedOn(), state.caseNo());
        }
    }
}

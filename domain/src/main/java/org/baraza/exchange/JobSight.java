// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.util.Set;
import org.baraza.identity.ProjectAccess;

/**
 * Which jobs somebody sees.
 *
 * @param kinds those that she may start
 * @param userId of personal ones only her own
 */
record JobSight(Set<JobKind> kinds, String userId) {
    static JobSight of(ProjectAccess who) {
        return new JobSight(JobKind.openTo(who), who.actor().userId());
    }
}

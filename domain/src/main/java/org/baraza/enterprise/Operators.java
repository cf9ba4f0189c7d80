// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import org.baraza.identity.Actor.WebUser;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** Those who run the server: they may make project spaces, and they never come by somebody else's word. */
final class Operators {
    private Operators() {}

    static void require(WebUser who) {
        if (!who.canCreateProjects() || !who.inPerson()) {
            throw new Refused(new Problem.Forbidden("operator"));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import org.baraza.identity.Actor.WebUser;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** What was lent to a program must not be the way to more. */
final class Lent {
    private Lent() {}

    /** Refuses whoever does not act in person. */
    static void refuse(WebUser who) {
        if (!who.inPerson()) {
            throw new Refused(new Problem.Forbidden("manage_applications"));
        }
    }
}

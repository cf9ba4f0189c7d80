// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Duration;
import java.util.Optional;
import org.baraza.identity.Actor.WebUser;

/** How much a web user may ask for in a while, in the points that documents cost. */
public interface QueryBudget {

    /** Where nobody counts. */
    QueryBudget ENDLESS = (user, points) -> Optional.empty();

    /** Takes the points; when there are not enough left, takes none and says when there will be. */
    Optional<Duration> spend(WebUser user, long points);
}

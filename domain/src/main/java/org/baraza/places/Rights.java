// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.identity.Permission.EDIT_COMMCARE_USERS;
import static org.baraza.identity.Permission.EDIT_GROUPS;
import static org.baraza.identity.Permission.EDIT_LOCATIONS;
import static org.baraza.identity.Permission.EDIT_USERS_IN_LOCATIONS;
import static org.baraza.identity.Permission.VIEW_GROUPS;
import static org.baraza.identity.Permission.VIEW_LOCATIONS;

import org.baraza.identity.ProjectAccess;

/** Which permission each kind of work here needs. Whoever edits workers also puts them into groups and places. */
final class Rights {
    private Rights() {}

    static void viewGroups(ProjectAccess who) {
        if (!who.may(EDIT_GROUPS) && !who.may(EDIT_COMMCARE_USERS)) {
            who.require(VIEW_GROUPS);
        }
    }

    static void editGroups(ProjectAccess who) {
        who.requireEither(EDIT_GROUPS, EDIT_COMMCARE_USERS);
    }

    static void viewLocations(ProjectAccess who) {
        who.requireEither(VIEW_LOCATIONS, EDIT_LOCATIONS);
    }

    static void editLocations(ProjectAccess who) {
        who.require(EDIT_LOCATIONS);
    }

    static void assignWorkers(ProjectAccess who) {
        who.requireEither(EDIT_COMMCARE_USERS, EDIT_USERS_IN_LOCATIONS);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Set;

/** Keys of user data that have a meaning of their own. */
public final class UserDataKeys {
    /** The name of the project. */
    public static final String PROJECT = "commcare_project";

    /** The id of the profile; the one key among these that may be set. */
    public static final String PROFILE = "commcare_profile";

    /** Answered by the server; who sends back what she read must not be refused for them. */
    static final Set<String> OF_THE_SERVER =
            Set.of(PROJECT, "commcare_location_id", "commcare_location_ids", "commcare_primary_case_sharing_id");

    private UserDataKeys() {}
}

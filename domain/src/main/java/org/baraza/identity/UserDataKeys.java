// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys of user data that have a meaning of their own. */
public final class UserDataKeys {
    /** The name of the project. */
    public static final String PROJECT = "commcare_project";

    /** The id of the profile; the one key among these that may be set. */
    public static final String PROFILE = "commcare_profile";

    /** What sort of worker she is, for apps. */
    public static final String USER_TYPE = "user_type";

    /** Her sort when she is there to try out and show apps. */
    public static final String DEMO = "demo";

    /** Answered by the server; who sends back what she read must not be refused for them. */
    static final Set<String> OF_THE_SERVER = Set.of(
            PROJECT, USER_TYPE, "commcare_location_id", "commcare_location_ids", "commcare_primary_case_sharing_id");

    private UserDataKeys() {}

    /** Whether the data makes her a demo worker; empty when it says nothing about it. */
    static Optional<Boolean> demo(Map<String, String> data) {
        return Optional.ofNullable(data.get(USER_TYPE)).map(DEMO::equals);
    }
}

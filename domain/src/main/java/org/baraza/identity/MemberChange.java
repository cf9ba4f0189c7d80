// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Map;

/** Something that becomes different about a web user in a project. */
public sealed interface MemberChange {

    /** Another role, by its name. */
    record ToRole(String name) implements MemberChange {}

    /** More user data; what is there under other keys stays. */
    record MoreUserData(Map<String, String> data) implements MemberChange {
        public MoreUserData {
            data = Map.copyOf(data);
        }
    }

    /** Other user data in place of all that there is; a profile is among it by its id. */
    record UserData(Map<String, String> data) implements MemberChange {
        public UserData {
            data = Map.copyOf(data);
        }
    }

    /** Another profile of user data, by its name; empty for none. */
    record ToProfile(String name) implements MemberChange {}

    /** Whether she is let in. */
    record Let(boolean in) implements MemberChange {}
}

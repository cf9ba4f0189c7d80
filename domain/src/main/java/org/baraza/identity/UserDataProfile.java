// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Map;

/**
 * Values of user data that many workers share: who has the profile has these values and no others.
 *
 * @param fields value by slug
 */
public record UserDataProfile(String profileId, String name, Map<String, String> fields) {
    public UserDataProfile {
        fields = Map.copyOf(fields);
    }
}

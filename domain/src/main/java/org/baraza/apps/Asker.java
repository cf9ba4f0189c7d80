// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

/**
 * A phone that asks for a version, as far as it says who it is; texts are empty where it does not.
 *
 * @param userId of whoever signed in
 * @param username that the phone names without anybody having signed in; it only tells which version she is to have
 * @param project the name in the address, which full usernames end with
 * @param profileId of a language profile
 */
public record Asker(String userId, String username, String project, String deviceId, String profileId) {
    /** A phone of which nothing is known. */
    public static final Asker NOBODY = new Asker("", "", "", "", "");

    /** Somebody who signed in. */
    public static Asker signedIn(String userId, String deviceId, String profileId) {
        return new Asker(userId, "", "", deviceId, profileId);
    }
}

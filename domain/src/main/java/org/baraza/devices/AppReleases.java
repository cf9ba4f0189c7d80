// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.util.Optional;

/** What there is to install, told by whoever builds apps. Asked in the scope of a project. */
@FunctionalInterface
public interface AppReleases {
    /** Where no apps are built: nothing is the newest, so only versions that somebody chose are offered. */
    AppReleases NONE = _ -> Newest.NOTHING;

    /** What is the newest for whoever asks; empty when there is nothing, or no such app. */
    Newest of(Asker asker);

    /**
     * A phone that asks what there is for it, as far as it is known.
     *
     * @param userId empty as long as nobody signed in
     * @param deviceId empty where it is not said
     * @param profileId of its language profile; empty for none
     */
    record Asker(String appId, String userId, String deviceId, String profileId) {
        /** A phone of which nothing is known but the app. */
        static Asker anybody(String appId) {
            return new Asker(appId, "", "", "");
        }
    }

    /** The newest client and the newest released build. */
    record Newest(Optional<String> clientVersion, Optional<Integer> appVersion) {
        static final Newest NOTHING = new Newest(Optional.empty(), Optional.empty());
    }
}

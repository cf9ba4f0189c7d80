// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.util.Optional;

/** What there is to install, told by whoever builds apps. Asked in the scope of a project. */
@FunctionalInterface
public interface AppReleases {
    /** Where no apps are built: nothing is the newest, so only versions that somebody chose are offered. */
    AppReleases NONE = appId -> Newest.NOTHING;

    /** The newest of each for an app; empty when there is none, or no such app. */
    Newest of(String appId);

    /** The newest client and the newest released build. */
    record Newest(Optional<String> clientVersion, Optional<Integer> appVersion) {
        static final Newest NOTHING = new Newest(Optional.empty(), Optional.empty());
    }
}

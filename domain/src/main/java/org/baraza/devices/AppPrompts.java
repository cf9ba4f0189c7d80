// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the phones of an app are told to install.
 *
 * @param client for the program that runs apps
 * @param clientVersion its version, as in {@code 2.56}; null for the newest
 * @param app for the app itself
 * @param appVersion the number of the build; null for the newest that is released
 * @param changedOn null when nobody ever set them
 */
public record AppPrompts(
        String appId,
        Prompt client,
        @Nullable String clientVersion,
        Prompt app,
        @Nullable Integer appVersion,
        @Nullable Instant changedOn) {

    /** Those of an app for which nobody set any. */
    static AppPrompts off(String appId) {
        return new AppPrompts(appId, Prompt.OFF, null, Prompt.OFF, null, null);
    }
}

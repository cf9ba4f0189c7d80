// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import org.jspecify.annotations.Nullable;

/**
 * How many phones run the same.
 *
 * @param appVersion the number of the version; null where the phones never said it
 * @param profileId the language profile; empty for none
 * @param clientVersion of the program that runs apps; empty where the phones never said it
 */
public record RunningCount(
        @Nullable Integer appVersion, String profileId, String clientVersion, int devices, int workers) {}

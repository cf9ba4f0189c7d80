// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which phones that run an app are wanted; null for any.
 *
 * @param profileId empty for those without a language profile
 */
public record RunningQuery(
        String appId,
        @Nullable Integer appVersion,
        @Nullable String profileId,
        @Nullable String clientVersion,
        PageRequest page) {}

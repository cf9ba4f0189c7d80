// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Which versions that are kept to places are wanted, newest first; null for any. */
public record PinQuery(
        PinnedRelease.Kind kind,
        @Nullable String appId,
        @Nullable String placeId,
        @Nullable Integer number,
        @Nullable Boolean active,
        PageRequest page) {}

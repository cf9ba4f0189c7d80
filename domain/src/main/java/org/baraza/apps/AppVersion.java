// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Instant;
import org.baraza.apps.rollout.Release;
import org.baraza.paging.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A version of an app: what phones install. It never changes, but for what is said about it here.
 *
 * @param number the working copy's version when it was made
 * @param builtBy the id of the user who made it
 * @param released whether phones that look for a release get it
 * @param releasedAt when it was last released; null if it never was
 * @param installCode names it in short links; nobody guesses one
 */
public record AppVersion(
        String buildId,
        String appId,
        int number,
        String comment,
        Instant builtAt,
        String builtBy,
        boolean released,
        @Nullable Instant releasedAt,
        String installCode) {
    static final String LIST = "app-versions";

    /** What phones are given. */
    Release release() {
        return new Release(buildId, number);
    }

    /** Its place among the versions of its app, the newest first. */
    public String cursor() {
        return Cursor.of(LIST, number);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compare;

/**
 * One thing that is different in the later version.
 *
 * @param place where, as a reader names it: {@code Mothers › Visit › /data/weight}
 * @param sentence what, in words
 */
public record Change(Kind kind, String place, String sentence) {
    /** Whether something is new, gone or otherwise than it was. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}

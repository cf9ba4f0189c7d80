// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

/**
 * Whether a project keeps versions to some people.
 *
 * @param byLocation to those at a location; phones then have to say who is on them before they get an update
 * @param byProfile to those whose phones have a language profile
 */
public record ReleaseSettings(boolean byLocation, boolean byProfile) {
    /** Where nobody ever said so. */
    public static final ReleaseSettings OFF = new ReleaseSettings(false, false);
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.tenancy;

/**
 * What somebody wants a project space to be.
 *
 * @param displayName the name is shown when this is empty
 * @param timeZone IANA name; UTC when empty
 */
public record NewProject(String name, String displayName, String timeZone) {

    /** A project with nothing but a name. */
    public static NewProject named(String name) {
        return new NewProject(name, "", "");
    }
}

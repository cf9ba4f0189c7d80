// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

/** An account to be made. */
public record NewWebUser(String email, String password, String firstName, String lastName, boolean canCreateProjects) {
    @Override
    public String toString() {
        return "NewWebUser";
    }
}

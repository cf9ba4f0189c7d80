// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

/** What a web user sees of her own account. */
public record WebProfile(
        String userId, String username, String firstName, String lastName, boolean canCreateProjects) {}

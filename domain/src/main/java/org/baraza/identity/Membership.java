// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Set;

/**
 * A project that a web user is let into.
 *
 * @param displayName what people call the project
 * @param permissions what she may do there
 */
public record Membership(String projectName, String displayName, Set<Permission> permissions) {}

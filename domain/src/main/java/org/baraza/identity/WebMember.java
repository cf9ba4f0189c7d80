// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

/** A web user as the other members of a project see her. */
public record WebMember(String userId, String username, String firstName, String lastName) implements Person {}

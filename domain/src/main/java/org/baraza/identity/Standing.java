// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import org.baraza.identity.Actor.WebUser;

/**
 * A web user whose account is open.
 *
 * @param version raised by whatever must end what was let in under the one before: a new password, a lock, deactivation
 */
public record Standing(WebUser user, int version) {}

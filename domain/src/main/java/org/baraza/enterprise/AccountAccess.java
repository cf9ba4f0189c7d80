// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.util.UUID;
import org.baraza.identity.Actor.WebUser;

/** Somebody who administers an enterprise account. Holding one proves it. */
public record AccountAccess(UUID accountId, WebUser actor) {}

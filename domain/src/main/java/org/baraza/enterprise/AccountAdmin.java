// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.time.Instant;

/** Somebody who administers an enterprise account, by whose word and since when. */
public record AccountAdmin(String userId, String username, Instant addedAt, String addedBy) {}

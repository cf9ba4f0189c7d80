// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wants an API key to be.
 *
 * @param onlyProject name of the only project space that it shall open; empty for all of its user's
 * @param expiresAt when it shall end by itself; empty for never
 */
public record ApiKeyWish(String name, Optional<String> onlyProject, Optional<Instant> expiresAt) {}

// SPDX-License-Identifier: Apache-2.0
/**
 * Keeping secrets that must be read again, in a database that others may get to see: they are sealed under a key that is
 * not in it. Owns nothing that lasts.
 *
 * <p>Invariant: what was sealed for one purpose and owner opens for no other.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.baraza.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

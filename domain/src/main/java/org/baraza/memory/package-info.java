// SPDX-License-Identifier: Apache-2.0
/**
 * Remembering what would otherwise be asked of the database on every request. Owns nothing that lasts; what is remembered is
 * never older than its life, or is checked against the database each time, so that a change on one node is seen by all of them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.baraza.memory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

// SPDX-License-Identifier: Apache-2.0
/**
 * Requests that are safe to send again: the answer of the first time is kept for a day under a key of the caller's. Owns the
 * schema {@code idempotency}.
 *
 * <p>Invariants: of the requests with one key of one caller in one project, or in none, one runs, ever; a key fits one request only. What
 * runs when a node dies has no answer; nobody knows whether it was done, and the key says so until it is forgotten. Calls no
 * other capability.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.baraza.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

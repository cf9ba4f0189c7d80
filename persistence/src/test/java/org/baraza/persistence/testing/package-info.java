// SPDX-License-Identifier: Apache-2.0
/**
 * A real database for tests, in milliseconds: one throw-away server per test JVM, migrated once, cloned per test.
 *
 * <p>Everything lives in memory where the machine allows it and is gone when the JVM ends; what a killed JVM left is
 * swept by the next.
 */
@NullMarked
package org.baraza.persistence.testing;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * The only door to SQL. A transaction is opened by {@link org.baraza.persistence.tenancy.Transactions}, which first tells
 * the database for whom it works; row-level security does the rest. What runs in a transaction holds a
 * {@link org.baraza.persistence.tenancy.Tx}, so that code without one does not compile.
 *
 * <p>Invariants: a project transaction without a project in scope fails before it reaches the database; a setting never
 * outlives its transaction; the role of the application is neither owner nor exempt from row-level security.
 */
@NullMarked
package org.baraza.persistence.tenancy;

import org.jspecify.annotations.NullMarked;

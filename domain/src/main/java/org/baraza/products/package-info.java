// SPDX-License-Identifier: Apache-2.0
/**
 * What is kept in stock: products, and the programs that they are kept for. Owns the schema {@code products}; how much of
 * each there is where, is in the ledgers of cases.
 *
 * <p>Invariants: a code names one product of a project, archived or not; a product is never deleted, since forms of years ago
 * name it; every change raises one number of the project, so that a phone's list is compared without reading it. Implements
 * a fixture provider of the restore; calls identity for permissions and the books.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"fixtures", "identity", "paging", "problem", "xml"})
package org.baraza.products;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

// SPDX-License-Identifier: Apache-2.0
/**
 * Lookup tables: lists of things, such as villages or diagnoses, that apps on phones choose from. Owns the schema {@code
 * tables}.
 *
 * <p>Invariants: a tag names one table of a project for as long as it exists; what a table, a field, a property or an
 * attribute is called can stand in XML; rows are in the order of their sort keys, then of their ids. A table is for all, or
 * each of its rows is for those who own it: users, groups, locations. Implements a fixture provider of the restore; calls
 * identity for permissions and the books.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"fixtures", "identity", "paging", "problem", "xml"})
package org.baraza.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

// SPDX-License-Identifier: Apache-2.0
/**
 * What a project says of its types of cases and of their properties: what they are called, what they mean, what may be in
 * them, what is no longer used (app model, section 13). Owns the schema {@code dictionary}.
 *
 * <p>Invariants: applications and data add what they have and never take away; what a person said stays until a person
 * changes it; what cases have cannot be deleted, only deprecated. Nothing here changes a case. Reads, beside its own tables,
 * which types and properties cases have.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"cases", "identity", "paging", "problem"})
package org.baraza.dictionary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

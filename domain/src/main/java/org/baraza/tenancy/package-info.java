// SPDX-License-Identifier: Apache-2.0
/**
 * Project spaces: the tenants. Owns the schema {@code tenancy}.
 *
 * <p>Invariants: a name is given once and for ever, because it stands in URLs, in the login names of mobile workers and on
 * phones; whoever asks for a project by name learns nothing of what is in it. Who may enter is settled by identity, which
 * calls this package and is never called by it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"memory", "paging", "problem"})
package org.baraza.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

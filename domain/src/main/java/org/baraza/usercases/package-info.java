// SPDX-License-Identifier: Apache-2.0
/**
 * User cases: in projects that want it, each mobile worker has a case about herself, which apps read like any other. Owns the
 * schema {@code usercases}.
 *
 * <p>Invariants: a worker is marked as due in the transaction that changes her, so that no crash forgets her; her case changes
 * by forms that the server submits, and only where a value differs, so that doing it twice does nothing. What her case should
 * be is decided by {@link org.baraza.usercases.UserCase}, which is pure. Calls forms for the intake and the archive, identity
 * for workers and permissions, and reads cases.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"cases", "forms", "identity", "problem", "xml"})
package org.baraza.usercases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

// SPDX-License-Identifier: Apache-2.0
/**
 * What is wrong with an app before a version of it is made (releases, section 6; device engine, section e): everything that
 * phones would refuse, and everything that they would accept and fail on when it is used.
 *
 * <p>{@link org.baraza.apps.checks.AppChecks} is the way in. Invariants: each problem names its place and says in a plain
 * sentence what to do; checking never fails, whatever the app is like. Pure.
 */
@NullMarked
@NamedInterface("checks")
package org.baraza.apps.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

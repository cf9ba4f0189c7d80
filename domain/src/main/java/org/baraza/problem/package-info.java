// SPDX-License-Identifier: Apache-2.0
/**
 * What can go wrong in a way that a caller should understand: one sealed family, so that every protocol answers every
 * member of it. Services throw {@link org.baraza.problem.Refused}; each protocol has one translator, an exhaustive switch.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.baraza.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

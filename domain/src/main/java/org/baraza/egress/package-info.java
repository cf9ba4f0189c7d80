// SPDX-License-Identifier: Apache-2.0
/**
 * Requests that this server makes to addresses that people wrote down. None of them reaches a machine that only this server
 * can see, whatever a name is made to point at while it is asked; none takes long or is let grow. Owns nothing that lasts.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity"})
package org.baraza.egress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

// SPDX-License-Identifier: Apache-2.0
/**
 * Mails to people, by whatever way the operator configured, or none. What is mailed may open an account, so neither it nor
 * whom it is for stands in any log. Calls no other capability.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.baraza.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

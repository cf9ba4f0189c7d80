// SPDX-License-Identifier: Apache-2.0
/**
 * Requests that this server makes to addresses that people wrote down. None of them reaches a machine that only this server
 * can see, whatever a name is made to point at while it is asked; none takes long or is let grow.
 */
@NullMarked
package org.baraza.api.egress;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Requests to addresses that people wrote down, for clients of Spring's. */
@NullMarked
package org.baraza.api.egress;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Our own REST API over HTTP. */
@NullMarked
package org.baraza.api.v1;

import org.jspecify.annotations.NullMarked;

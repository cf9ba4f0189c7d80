// SPDX-License-Identifier: Apache-2.0
/** A whole server on a free port, and a client that shows exactly the headers a test gives it. */
@NullMarked
package org.baraza.api.testing;

import org.jspecify.annotations.NullMarked;

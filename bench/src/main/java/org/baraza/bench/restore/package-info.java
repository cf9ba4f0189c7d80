// SPDX-License-Identifier: Apache-2.0
/** Full restores: how long until the first byte and until the last, and what they leave behind in the server's heap. */
@NullMarked
package org.baraza.bench.restore;

import org.jspecify.annotations.NullMarked;

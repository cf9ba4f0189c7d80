// SPDX-License-Identifier: Apache-2.0
/** Reads restores as strictly as devices do. Shares no code with what writes them. */
@NullMarked
package org.baraza.sync.testing;

import org.jspecify.annotations.NullMarked;

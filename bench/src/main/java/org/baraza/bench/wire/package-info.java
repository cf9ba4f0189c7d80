// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP over plain sockets, as cheap as it can be: what a load generator burns, the server on the same machine does not
 * have. Speaks to this machine only, keeps connections, reads answers with a length or in chunks, and nothing else.
 */
@NullMarked
package org.baraza.bench.wire;

import org.jspecify.annotations.NullMarked;

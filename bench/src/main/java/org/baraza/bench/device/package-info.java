// SPDX-License-Identifier: Apache-2.0
/**
 * A phone on the wire: the cases, purge and fingerprint of module {@code phone}, and the requests that the Android client
 * makes with them. It is a source of load, and it notices when the server is wrong.
 */
@NullMarked
package org.baraza.bench.device;

import org.jspecify.annotations.NullMarked;

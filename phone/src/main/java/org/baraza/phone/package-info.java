// SPDX-License-Identifier: Apache-2.0
/**
 * A phone: its cases, its purge, its fingerprint, and how it takes a payload. Written from what the device engine was
 * measured to do, plainly and without regard to speed; shares no code with the server, which it judges.
 */
@NullMarked
package org.baraza.phone;

import org.jspecify.annotations.NullMarked;

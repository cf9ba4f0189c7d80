// SPDX-License-Identifier: Apache-2.0
/** Programs that were written for CommCare HQ, as they appear on the wire. They must run unchanged. */
@NullMarked
package org.baraza.api.wire;

import org.jspecify.annotations.NullMarked;

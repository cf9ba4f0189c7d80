// SPDX-License-Identifier: Apache-2.0
/** Forwarders that say by CommCare HQ's expressions and filters what they send, and of what. */
@NullMarked
package org.baraza.forwarding.configured;

import org.jspecify.annotations.NullMarked;

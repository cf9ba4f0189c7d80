// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import org.baraza.forwarding.spi.ForwarderOptions;

/**
 * A forwarder as somebody wants it.
 *
 * @param name empty for that of the connection
 * @param format empty for the usual one
 */
public record ForwarderWish(
        String connectionId, String name, String type, String format, Method method, ForwarderOptions options) {}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import org.baraza.forwarding.spi.ForwarderOptions;

/**
 * A forwarder as somebody wants it.
 *
 * @param name empty for that of the connection
 * @param format empty for the usual one
 * @param script what the format is told; empty for formats that need nothing
 */
public record ForwarderWish(
        String connectionId,
        String name,
        String type,
        String format,
        String script,
        Method method,
        ForwarderOptions options) {}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to be sent.
 *
 * @param headers what everybody may see of them
 * @param secretHeaders what only the other side may see
 * @param body empty for none
 */
public record WireRequest(
        String method, String url, Map<String, String> headers, Map<String, String> secretHeaders, byte[] body) {

    /** With one more header that only the other side may see. */
    WireRequest withSecret(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(secretHeaders);
        more.put(name, value);
        return new WireRequest(method, url, headers, more, body);
    }

    @Override
    public String toString() {
        return method + " " + url;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.odata;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where the documents of a feed are, as the caller reaches them.
 *
 * @param site the server, without a slash at the end
 * @param path of the service document, with a slash at the end
 */
record FeedAddress(String site, String path) {
    static FeedAddress of(HttpServletRequest request) {
        String uri = request.getRequestURI();
        String url = request.getRequestURL().toString();
        String path = uri.replaceFirst("/+$", "").replaceFirst("/(feed|\\$metadata)$", "");
        return new FeedAddress(url.substring(0, url.length() - uri.length()), path + "/");
    }

    String metadata() {
        return site + path + "$metadata";
    }

    String feed(String query) {
        return site + path + "feed?" + query;
    }
}

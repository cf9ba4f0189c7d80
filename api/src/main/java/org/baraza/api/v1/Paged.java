// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers with a page of a list, and links to the one behind it (RFC 8288). */
final class Paged {
    private Paged() {}

    /** @param next where the next page begins; null on the last one */
    static <T> ResponseEntity<T> answer(T page, @Nullable String next) {
        return next == null
                ? ResponseEntity.ok(page)
                : ResponseEntity.ok().header(HttpHeaders.LINK, link(next)).body(page);
    }

    private static String link(String next) {
        var address = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("after", next)
                .build();
        return "<" + address.getPath() + "?" + address.getQuery() + ">; rel=\"next\"";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Under which address phones reach this server: the one that is set, or that of the request. */
@Component
final class PublicAddress {
    private final String set;

    PublicAddress(@Value("${baraza.public-url:}") String publicUrl) {
        this.set = publicUrl.replaceFirst("/+$", "");
    }

    /** Scheme and host, without a slash at the end. */
    String of(HttpServletRequest request) {
        return set.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : set;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** Too many wrong secrets; even the right one does not help now. */
final class LockedClient extends OAuth2AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    LockedClient(Duration retryAfter) {
        super(OAuth2ErrorCodes.INVALID_CLIENT);
        this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}

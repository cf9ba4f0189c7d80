// SPDX-License-Identifier: Apache-2.0
/**
 * The authorization server: OAuth 2.1 and OpenID Connect as Spring Security speaks them, on what the capability oauth
 * keeps. What Spring holds in one object, {@code OAuth2Authorization}, is one row there, and no secret in it can be read
 * back: {@link org.baraza.api.oauth.Authorizations} puts digests in the place of all tokens but the one that was shown.
 */
@NullMarked
package org.baraza.api.oauth;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import java.util.Set;

/** Where CommCare HQ's OAuth provider has its endpoints (spec: OAuth2 provider), with a slash at the end, and some more. */
final class Paths {
    static final String AUTHORIZE = "/oauth/authorize/";
    static final String TOKEN = "/oauth/token/";
    static final String REVOKE = "/oauth/revoke_token/";
    static final String INTROSPECT = "/oauth/introspect/";
    static final String USER_INFO = "/oauth/userinfo/";
    static final String KEYS = "/oauth/jwks/";
    static final String DISCOVERY = "/.well-known/openid-configuration";
    static final String METADATA = "/.well-known/oauth-authorization-server";

    /** Pages of the web client. */
    static final String CONSENT_PAGE = "/app/oauth/consent";

    static final String SIGN_IN_PAGE = "/app/oauth/authorize";
    static final String REFUSED_PAGE = "/app/oauth/refused";

    /** Served without the slash too. */
    static final Set<String> WITH_SLASH = Set.of(AUTHORIZE, TOKEN, REVOKE, INTROSPECT, USER_INFO, KEYS);

    /** What programs in browsers may call from pages of other sites. */
    static final Set<String> FOR_SCRIPTS = Set.of(TOKEN, REVOKE, USER_INFO, KEYS, DISCOVERY, METADATA);

    private Paths() {}
}

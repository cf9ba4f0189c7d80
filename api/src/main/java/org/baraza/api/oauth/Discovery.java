// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.baraza.oauth.Scope;

/** What this server says of itself (OpenID Connect Discovery, RFC 8414): no more than it does. */
final class Discovery {
    private static final List<String> WITH_SECRET = List.of("client_secret_basic", "client_secret_post");
    private static final List<String> WITH_OR_WITHOUT = List.of("client_secret_basic", "client_secret_post", "none");

    private Discovery() {}

    static void settle(Map<String, Object> claims) {
        claims.put(
                "scopes_supported",
                Arrays.stream(Scope.values()).map(Scope::wireName).toList());
        claims.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials"));
        claims.put("token_endpoint_auth_methods_supported", WITH_OR_WITHOUT);
        claims.put("revocation_endpoint_auth_methods_supported", WITH_OR_WITHOUT);
        claims.put("introspection_endpoint_auth_methods_supported", WITH_SECRET);
        claims.put("code_challenge_methods_supported", List.of("S256"));
        claims.put("authorization_response_iss_parameter_supported", true);
        List.of(
                        "end_session_endpoint",
                        "tls_client_certificate_bound_access_tokens",
                        "dpop_signing_alg_values_supported",
                        "pushed_authorization_request_endpoint")
                .forEach(claims::remove);
    }

    static void settleForPeople(Map<String, Object> claims) {
        settle(claims);
        claims.put(
                "claims_supported",
                List.of(
                        "sub",
                        "iss",
                        "aud",
                        "exp",
                        "iat",
                        "auth_time",
                        "nonce",
                        "name",
                        "given_name",
                        "family_name",
                        "preferred_username",
                        "email"));
    }
}

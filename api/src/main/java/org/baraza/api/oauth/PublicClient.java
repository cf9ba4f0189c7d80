// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * A program without a secret that refreshes or revokes a token. It says who it is and proves nothing: what it shows is the
 * token, and a refresh token is good once.
 */
final class PublicClient extends OAuth2ClientAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private PublicClient(String clientId) {
        super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
    }

    /** Finds such a program in a request. */
    static final class Converter implements AuthenticationConverter {
        @Override
        public @Nullable Authentication convert(HttpServletRequest request) {
            String @Nullable [] ids = request.getParameterValues(OAuth2ParameterNames.CLIENT_ID);
            boolean bare = request.getMethod().equals("POST")
                    && request.getHeader("Authorization") == null
                    && request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) == null
                    && request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION) == null;
            return bare && ids != null && ids.length == 1 && !ids[0].isEmpty() && isAbout(request)
                    ? new PublicClient(ids[0])
                    : null;
        }

        private static boolean isAbout(HttpServletRequest request) {
            return request.getServletPath().equals(Paths.REVOKE)
                    || (request.getServletPath().equals(Paths.TOKEN)
                            && "refresh_token".equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE)));
        }
    }

    /** Knows such a program, if it is one that has no secret. */
    static final class Provider implements AuthenticationProvider {
        private final RegisteredClients clients;

        Provider(RegisteredClients clients) {
            this.clients = clients;
        }

        @Override
        public @Nullable Authentication authenticate(Authentication shown) {
            @Nullable RegisteredClient client = clients.findByClientId(String.valueOf(shown.getPrincipal()));
            return client != null && client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)
                    ? new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null)
                    : null;
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return PublicClient.class.isAssignableFrom(authentication);
        }
    }
}

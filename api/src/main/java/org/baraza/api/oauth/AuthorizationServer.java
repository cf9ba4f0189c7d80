// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.baraza.api.problems.ProblemJson;
import org.baraza.api.wiring.BarazaSettings;
import org.baraza.identity.Sessions;
import org.baraza.identity.WebUsers;
import org.baraza.oauth.AccessTokens;
import org.baraza.oauth.Applications;
import org.baraza.oauth.Grants;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;

/** The door at which programs ask for tokens. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {
    /** What the consent page adds to say no, which must also undo what was agreed to before. */
    private static final String DENY = "deny";

    @Bean
    AuthorizationServerSettings authorizationServerSettings(BarazaSettings settings) {
        var server = AuthorizationServerSettings.builder()
                .authorizationEndpoint(Paths.AUTHORIZE)
                .tokenEndpoint(Paths.TOKEN)
                .tokenRevocationEndpoint(Paths.REVOKE)
                .tokenIntrospectionEndpoint(Paths.INTROSPECT)
                .oidcUserInfoEndpoint(Paths.USER_INFO)
                .jwkSetEndpoint(Paths.KEYS);
        String issuer = settings.publicUrl().replaceFirst("/+$", "");
        return (issuer.isEmpty() ? server : server.issuer(issuer)).build();
    }

    @Bean
    OAuth2TokenGenerator<? extends OAuth2Token> tokenGenerator(SigningKeySource keys) {
        return TokenMaking.generator(keys);
    }

    @Bean
    @Order(0)
    SecurityFilterChain programsAskForTokens(
            HttpSecurity http,
            RegisteredClients clients,
            Applications applications,
            Resources resources,
            AccessTokens tokens,
            Sessions sessions,
            Grants grants,
            WebUsers users)
            throws Exception {
        var answer = new AuthorizationAnswer();
        var refusal = new ClientRefusal();
        var server = new OAuth2AuthorizationServerConfigurer();
        http.with(
                server,
                as -> as.clientAuthentication(client -> client.authenticationConverter(new PublicClient.Converter())
                                .authenticationProvider(new PublicClient.Provider(clients))
                                .authenticationProviders(providers -> guardSecrets(providers, applications))
                                .errorResponseHandler(refusal))
                        .authorizationEndpoint(endpoint -> endpoint.consentPage(Paths.CONSENT_PAGE)
                                .authenticationProviders(providers -> settleConsent(providers, resources))
                                .authorizationResponseHandler(answer)
                                .errorResponseHandler(answer))
                        .tokenEndpoint(endpoint -> endpoint.authenticationProviders(AuthorizationServer::giveAllScopes))
                        .tokenIntrospectionEndpoint(
                                endpoint -> endpoint.authenticationProviders(AuthorizationServer::ownOnly))
                        .authorizationServerMetadataEndpoint(endpoint -> endpoint.authorizationServerMetadataCustomizer(
                                metadata -> metadata.claims(Discovery::settle)))
                        .oidc(oidc -> oidc.userInfoEndpoint(endpoint -> endpoint.userInfoMapper(new UserInfo(users)))
                                .providerConfigurationEndpoint(endpoint -> endpoint.providerConfigurationCustomizer(
                                        metadata -> metadata.claims(Discovery::settleForPeople))))
                        .withObjectPostProcessor(withoutSessions()));
        return http.securityMatcher(server.getEndpointsMatcher())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .oauth2ResourceServer(
                        callers -> callers.jwt(jwt -> jwt.authenticationManager(new BearerCallers(tokens))))
                .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                .addFilterBefore(new SignedInFilter(sessions, grants), AbstractPreAuthenticatedProcessingFilter.class)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(AuthorizationServer::signInFirst))
                .build();
    }

    private static void guardSecrets(List<AuthenticationProvider> providers, Applications applications) {
        providers.replaceAll(provider -> provider instanceof ClientSecretAuthenticationProvider secrets
                ? new GuardedSecrets(secrets, applications)
                : provider);
    }

    private static void settleConsent(List<AuthenticationProvider> providers, Resources resources) {
        for (AuthenticationProvider provider : providers) {
            switch (provider) {
                case OAuth2AuthorizationCodeRequestAuthenticationProvider asking -> {
                    asking.setAuthorizationConsentRequired(AuthorizationServer::mustAsk);
                    asking.setAuthenticationValidator(new OAuth2AuthorizationCodeRequestAuthenticationValidator()
                            .andThen(new RequestRules(resources)));
                }
                case OAuth2AuthorizationConsentAuthenticationProvider answering ->
                    answering.setAuthorizationConsentCustomizer(AuthorizationServer::undoIfDenied);
                default -> {}
            }
        }
    }

    /** RFC 8252, section 8.6: a program without a secret may be another that took its name, so she is always asked. */
    private static boolean mustAsk(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        @Nullable OAuth2AuthorizationConsent before = context.getAuthorizationConsent();
        return context.getRegisteredClient().getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)
                || before == null
                || !before.getScopes().containsAll(request.getScopes());
    }

    private static void undoIfDenied(OAuth2AuthorizationConsentAuthenticationContext context) {
        OAuth2AuthorizationConsentAuthenticationToken answer = context.getAuthentication();
        if (answer.getAdditionalParameters().containsKey(DENY)) {
            context.getAuthorizationConsent().authorities(java.util.Set::clear);
        }
    }

    private static void giveAllScopes(List<AuthenticationProvider> providers) {
        providers.replaceAll(provider -> provider instanceof OAuth2ClientCredentialsAuthenticationProvider services
                ? new AllScopes(services)
                : provider);
    }

    private static void ownOnly(List<AuthenticationProvider> providers) {
        providers.replaceAll(provider -> provider instanceof OAuth2TokenIntrospectionAuthenticationProvider
                ? new OwnTokensOnly(provider)
                : provider);
    }

    /** Spring would open a session of the container to track who signed in where; we have sessions of our own. */
    private static ObjectPostProcessor<OAuth2AuthorizationEndpointFilter> withoutSessions() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends OAuth2AuthorizationEndpointFilter> F postProcess(F filter) {
                filter.setSessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy());
                return filter;
            }
        };
    }

    /** A person goes to the web client, which leads back here; a program cannot. */
    private static void signInFirst(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        if (request.getServletPath().equals(Paths.AUTHORIZE)
                && request.getMethod().equals("GET")) {
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader("Location", Paths.SIGN_IN_PAGE + "?" + request.getQueryString());
            return;
        }
        ProblemJson.of(HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN", "Sign in first.")
                .send(response);
    }
}

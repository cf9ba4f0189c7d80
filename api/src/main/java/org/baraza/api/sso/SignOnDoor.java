// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.sso;

import java.time.Clock;
import org.baraza.api.egress.GuardedRequests;
import org.baraza.api.session.NewMember;
import org.baraza.api.wiring.BarazaSettings;
import org.baraza.enterprise.Providers;
import org.baraza.enterprise.SingleSignOn;
import org.baraza.identity.Sessions;
import org.baraza.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The door by which people come whom an identity provider vouches for. */
@Configuration(proxyBeanMethods = false)
class SignOnDoor {

    @Bean
    @Order(0)
    SecurityFilterChain vouchedFor(
            HttpSecurity http,
            SingleSignOn signOn,
            Providers providers,
            ProviderMetadata metadata,
            Sessions sessions,
            NewMember welcome,
            GuardedRequests requests,
            BarazaSettings settings,
            Vault vault,
            Clock clock)
            throws Exception {
        var registrations = new Registrations(signOn, providers, metadata);
        var ongoing = new OngoingSignOn(vault, clock);
        var answer = new SignOnAnswer(signOn, sessions, welcome);

        var asking = new OAuth2AuthorizationRequestRedirectFilter(new Questions(registrations));
        asking.setAuthorizationRequestRepository(ongoing);
        asking.setRequestCache(new NullRequestCache());

        var hearing = new OAuth2LoginAuthenticationFilter(registrations, new NothingKept(), "/sso/*/oidc/auth/");
        hearing.setAuthenticationManager(new ProviderManager(checks(requests)));
        hearing.setAuthorizationRequestRepository(ongoing);
        hearing.setAuthenticationSuccessHandler(answer::vouched);
        hearing.setAuthenticationFailureHandler(answer::failed);

        String home = settings.publicUrl().replaceFirst("/+$", "");
        return http.securityMatcher("/sso/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .addFilterBefore(asking, AuthorizationFilter.class)
                .addFilterBefore(hearing, AuthorizationFilter.class)
                .addFilterAfter(new SignOnEnd(registrations, sessions, answer, home), AuthorizationFilter.class)
                .build();
    }

    /** Exchanges the code, reads what was signed, and asks for the address only if it was not in there. */
    private static OidcAuthorizationCodeAuthenticationProvider checks(GuardedRequests requests) {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests.factory())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        var http = new RestTemplate(requests.factory());
        http.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        var userInfo = new DefaultOAuth2UserService();
        userInfo.setRestOperations(http);
        var people = new OidcUserService();
        people.setOauth2UserService(userInfo);
        people.setRetrieveUserInfo(asked -> asked.getIdToken().getEmail() == null
                && asked.getClientRegistration()
                                .getProviderDetails()
                                .getUserInfoEndpoint()
                                .getUri()
                        != null);
        var checks = new OidcAuthorizationCodeAuthenticationProvider(tokens, people);
        checks.setJwtDecoderFactory(new IdTokens(requests));
        return checks;
    }
}

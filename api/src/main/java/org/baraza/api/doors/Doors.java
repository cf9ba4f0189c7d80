// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.DispatcherType;
import org.baraza.api.problems.ProblemJson;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Which door stands before which path. */
@Configuration(proxyBeanMethods = false)
class Doors {
    /** The web client's styles are written by its components at run time; its scripts never are. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Timing every filter of every request costs more than most of them; the requests themselves are timed anyway. */
    @Bean
    SecurityObservationSettings untimedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Phones and programs: everything under a project. */
    @Bean
    @Order(1)
    SecurityFilterChain projects(HttpSecurity http, ProjectDoor door, LimitDoor limits, TurnDoor turns, OnceDoor once)
            throws Exception {
        return plain(http.securityMatcher("/a/**"))
                .csrf(csrf -> guarded(csrf).csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                .addFilterBefore(door, AuthorizationFilter.class)
                .addFilterAfter(limits, ProjectDoor.class)
                .addFilterAfter(turns, LimitDoor.class)
                .addFilterAfter(once, LimitDoor.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain graphql(HttpSecurity http, BrowserDoor door, BodyDoor bodies, TurnDoor turns) throws Exception {
        return plain(http.securityMatcher("/graphql", "/graphql/**"))
                .csrf(csrf -> guarded(csrf.spa()))
                // The rest of an answer that was begun: the door was passed when the request came.
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(door, AuthorizationFilter.class)
                .addFilterAfter(bodies, BrowserDoor.class)
                .addFilterAfter(turns, BodyDoor.class)
                .build();
    }

    /** Find data by id: for people and for programs, in whichever of their projects. */
    @Bean
    @Order(2)
    SecurityFilterChain finding(HttpSecurity http, BrowserDoor door, LimitDoor limits) throws Exception {
        return plain(http.securityMatcher("/search", "/search/"))
                .csrf(csrf -> guarded(csrf.spa()))
                .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                .addFilterBefore(door, AuthorizationFilter.class)
                .addFilterAfter(limits, BrowserDoor.class)
                .build();
    }

    /** Signing in and out; the controller asks who is there. */
    @Bean
    @Order(3)
    SecurityFilterChain session(HttpSecurity http, BodyDoor bodies) throws Exception {
        return plain(http.securityMatcher("/session", "/session/**"))
                .csrf(csrf -> guarded(csrf.spa()))
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .addFilterBefore(bodies, AuthorizationFilter.class)
                .build();
    }

    /** What tells programs about the account that they act for; nothing there changes anything. */
    @Bean
    @Order(4)
    SecurityFilterChain accounts(HttpSecurity http, AccountDoor door, LimitDoor limits) throws Exception {
        return plain(http.securityMatcher(AccountDoor.PATHS))
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                .addFilterBefore(door, AuthorizationFilter.class)
                .addFilterAfter(limits, AccountDoor.class)
                .build();
    }

    /** Our own REST API. */
    @Bean
    @Order(5)
    SecurityFilterChain api(HttpSecurity http, ApiDoor door, LimitDoor limits, TurnDoor turns, OnceDoor once)
            throws Exception {
        return plain(http.securityMatcher("/api/v1/**"))
                .csrf(csrf -> guarded(csrf).csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                .addFilterBefore(door, AuthorizationFilter.class)
                .addFilterAfter(limits, ApiDoor.class)
                .addFilterAfter(turns, LimitDoor.class)
                .addFilterAfter(once, LimitDoor.class)
                .build();
    }

    /** The reference of the GraphQL API and its explorer. */
    @Bean
    @Order(6)
    SecurityFilterChain graphqlReference(HttpSecurity http, ReaderDoor door) throws Exception {
        return plain(http.securityMatcher("/docs/graphql", "/docs/graphql/**"))
                .csrf(csrf -> guarded(csrf.spa()))
                .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                .addFilterBefore(door, AuthorizationFilter.class)
                .build();
    }

    /** The web client and what watches over the server; there is nothing else. */
    @Bean
    @Order(7)
    SecurityFilterChain everythingElse(HttpSecurity http, OperatorDoor operators) throws Exception {
        return plain(http)
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                "/",
                                "/app",
                                "/app/**",
                                "/docs/api",
                                "/docs/api/**",
                                "/hq/multimedia/**",
                                "/actuator/health",
                                "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access(operators)
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                        (_, response, _) -> ProblemJson.of(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is nothing here.")
                                .send(response)))
                .build();
    }

    private static HttpSecurity plain(HttpSecurity http) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .exceptionHandling(failures -> failures.accessDeniedHandler(refusal()));
    }

    private static CsrfConfigurer<HttpSecurity> guarded(CsrfConfigurer<HttpSecurity> csrf) {
        return csrf.csrfTokenRepository(CrossSite.tokens()).requireCsrfProtectionMatcher(CrossSite::mustProve);
    }

    private static AccessDeniedHandler refusal() {
        return (_, response, _) -> ProblemJson.of(
                        HttpStatus.FORBIDDEN, "CSRF_TOKEN_WRONG", "The request does not show its token.")
                .send(response);
    }

    @Bean
    Turns turns() {
        return Turns.ofThisMachine();
    }

    /** The doors belong to their chains; the container must not hang them before every path. */
    @Bean
    FilterRegistrationBean<ProjectDoor> projectDoorOnlyInItsChain(ProjectDoor door) {
        return unregistered(new FilterRegistrationBean<>(door));
    }

    @Bean
    FilterRegistrationBean<LimitDoor> limitDoorOnlyInItsChain(LimitDoor door) {
        return unregistered(new FilterRegistrationBean<>(door));
    }

    @Bean
    FilterRegistrationBean<TurnDoor> turnDoorOnlyInItsChain(TurnDoor door) {
        return unregistered(new FilterRegistrationBean<>(door));
    }

    @Bean
    FilterRegistrationBean<ApiDoor> apiDoorOnlyInItsChain(ApiDoor door) {
        return unregistered(new FilterRegistrationBean<>(door));
    }

    @Bean
    FilterRegistrationBean<ReaderDoor> readerDoorOnlyInItsChain(ReaderDoor door) {
        return unregistered(new FilterRegistrationBean<>(door));
    }

    @Bean
    FilterRegistrationBean<BodyDoor> bodyDoorOnlyInItsChain(BodyDoor door) {
        return unregistered(new FilterRegistrationBean<>(door));
    }

    @Bean
    FilterRegistrationBean<OnceDoor> onceDoorOnlyInItsChain(OnceDoor door) {
        return unregistered(new FilterRegistrationBean<>(door));
    }

    @Bean
    FilterRegistrationBean<BrowserDoor> browserDoorOnlyInItsChain(BrowserDoor door) {
        return unregistered(new FilterRegistrationBean<>(door));
    }

    @Bean
    FilterRegistrationBean<AccountDoor> accountDoorOnlyInItsChain(AccountDoor door) {
        return unregistered(new FilterRegistrationBean<>(door));
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> unregistered(
            FilterRegistrationBean<F> registration) {
        registration.setEnabled(false);
        return registration;
    }
}

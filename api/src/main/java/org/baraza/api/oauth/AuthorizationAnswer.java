// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.ProblemJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a user back to the program with a code or an error. The web client's consent page, which asks by script, gets the
 * address to go to: the page may send nobody to another site by itself, and a program's scheme needs a navigation.
 */
final class AuthorizationAnswer implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication granted) throws IOException {
        var answer = (OAuth2AuthorizationCodeRequestAuthenticationToken) granted;
        @Nullable OAuth2AuthorizationCode code = answer.getAuthorizationCode();
        @Nullable String back = answer.getRedirectUri();
        if (code == null || back == null) {
            throw new IllegalStateException("a granted request has a code and an address");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", code.getTokenValue());
        go(request, response, address(back, parameters, answer.getState()));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        OAuth2Error error = failure instanceof OAuth2AuthenticationException known
                ? known.getError()
                : new OAuth2Error("server_error");
        Optional<OAuth2AuthorizationCodeRequestAuthenticationToken> asked =
                failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException of
                        ? Optional.ofNullable(of.getAuthorizationCodeRequestAuthentication())
                        : Optional.empty();
        @Nullable
        String back = asked.map(OAuth2AuthorizationCodeRequestAuthenticationToken::getRedirectUri)
                .orElse(null);
        String description = error.getDescription() == null ? "" : error.getDescription();
        if (back == null || back.isEmpty()) {
            nowhere(request, response, error, description);
            return;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error.getErrorCode());
        if (!description.isEmpty()) {
            parameters.put("error_description", description);
        }
        go(request, response, address(back, parameters, asked.get().getState()));
    }

    /** Nobody is sent to an address that is not known to be the program's. */
    private static void nowhere(
            HttpServletRequest request, HttpServletResponse response, OAuth2Error error, String description)
            throws IOException {
        if (request.getMethod().equals("GET") && wants(request, "text/html")) {
            redirect(
                    response,
                    UriComponentsBuilder.fromPath(Paths.REFUSED_PAGE)
                            .queryParam("error", error.getErrorCode())
                            .queryParam("about", about(description))
                            .encode()
                            .toUriString());
            return;
        }
        ProblemJson.of(
                        HttpStatus.BAD_REQUEST,
                        error.getErrorCode(),
                        description.isEmpty() ? "The request is not one that can be answered." : description)
                .send(response);
    }

    /** The name of the parameter that is wrong, as Spring puts it last. */
    private static String about(String description) {
        return description.substring(description.lastIndexOf(' ') + 1);
    }

    /** RFC 9207: says whose answer it is, so that none is taken for another's. */
    private static String address(String back, Map<String, String> parameters, @Nullable String state) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(back);
        if (state != null && !state.isEmpty()) {
            parameters.put("state", state);
        }
        parameters.put("iss", AuthorizationServerContextHolder.getContext().getIssuer());
        parameters.forEach((name, value) -> uri.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
        return uri.build(true).toUriString();
    }

    private static void go(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (wants(request, "application/json")) {
            Answer.json(HttpStatus.OK, JsonMapper.shared().createObjectNode().put("location", address))
                    .send(response);
        } else {
            redirect(response, address);
        }
    }

    /** As it is: the container would put a program's own scheme behind the address of this server. */
    private static void redirect(HttpServletResponse response, String address) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, address);
    }

    private static boolean wants(HttpServletRequest request, String type) {
        @Nullable String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(type);
    }
}

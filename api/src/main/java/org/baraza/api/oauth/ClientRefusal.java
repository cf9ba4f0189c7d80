// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.ProblemJson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import tools.jackson.databind.json.JsonMapper;

/** What a program hears that could not show who it is (RFC 6749, section 5.2); never why. */
final class ClientRefusal implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = failure instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : OAuth2ErrorCodes.SERVER_ERROR;
        boolean unknown = OAuth2ErrorCodes.INVALID_CLIENT.equals(code);
        Answer answer = Answer.json(
                        unknown ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST,
                        JsonMapper.shared().createObjectNode().put("error", code))
                .with(HttpHeaders.CACHE_CONTROL, "no-store");
        if (unknown) {
            answer = answer.with(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"oauth\"");
        }
        if (failure instanceof LockedClient locked) {
            answer = answer.with(HttpHeaders.RETRY_AFTER, Long.toString(ProblemJson.seconds(locked.retryAfter())));
        }
        answer.send(response);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.baraza.identity.Actor;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Metrics are for programs on this machine and for whoever runs the server. */
@Component
final class OperatorDoor implements AuthorizationManager<RequestAuthorizationContext> {
    private final Callers callers;

    OperatorDoor(Callers callers) {
        this.callers = callers;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> nobody, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(isFromHere(request) || isAdministrator(request));
    }

    /** A proxy on this machine speaks for others, and says so. */
    private static boolean isFromHere(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && request.getHeader("X-Forwarded-For") == null
                    && request.getHeader("Forwarded") == null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean isAdministrator(HttpServletRequest request) {
        return callers.anywhere(request) instanceof Caller.Known(Actor.WebUser user, var _) && user.canCreateProjects();
    }
}

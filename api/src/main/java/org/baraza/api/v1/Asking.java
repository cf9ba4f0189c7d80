// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import jakarta.servlet.http.HttpServletRequest;
import org.baraza.api.doors.RequestAccess;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Arrival;
import org.baraza.identity.ProjectAccess;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is asking, as the door found out. */
@Component
final class Asking {
    private final HttpServletRequest request;

    /** @param request stands for that of the present thread */
    Asking(HttpServletRequest request) {
        this.request = request;
    }

    /** In the project of the address. */
    ProjectAccess access() {
        return RequestAccess.of(request);
    }

    WebUser user() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof WebUser user) {
            return user;
        }
        throw new IllegalStateException("nobody came through a door");
    }

    /** How she came in, for projects that do not let everybody in from everywhere. */
    Arrival arrival() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getDetails() instanceof Arrival arrival) {
            return arrival;
        }
        throw new IllegalStateException("nobody came through a door");
    }
}

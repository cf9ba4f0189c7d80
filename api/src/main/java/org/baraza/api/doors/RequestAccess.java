// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.baraza.identity.ProjectAccess;

/** The access that the door gave, carried by the request. */
public final class RequestAccess {
    private static final String NAME = ProjectAccess.class.getName();

    private RequestAccess() {}

    static void put(HttpServletRequest request, ProjectAccess access) {
        request.setAttribute(NAME, access);
    }

    /** The access of a request; empty for a phone that nobody signed in on. */
    public static Optional<ProjectAccess> find(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof ProjectAccess access ? Optional.of(access) : Optional.empty();
    }

    /** Whether a submission shows an API key, which is for programs and not for phones (spec/21, section 1). */
    public static boolean isByKey(HttpServletRequest request) {
        return Presented.in(request, KeyPlace.QUERY) instanceof Presented.Key;
    }

    /**
     * The access of a request that came through the door of a project.
     *
     * @throws IllegalStateException when it did not: nothing may be done for it then
     */
    public static ProjectAccess of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof ProjectAccess access) {
            return access;
        }
        throw new IllegalStateException("no access to a project");
    }
}

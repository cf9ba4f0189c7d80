// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * A phone on which nobody signed in: it may post to the receiver, which takes little from it (device protocol:
 * authentication on the receiver).
 */
final class Unsigned extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    Unsigned() {
        super(List.of());
        setAuthenticated(true);
    }

    /** Whether the phone says that nobody is signed in; then what its header says does not count either. */
    static boolean is(HttpServletRequest request, ProjectPath path) {
        boolean receiver = path.rest().equals("receiver") || path.rest().startsWith("receiver/");
        String query = request.getQueryString();
        return receiver
                && query != null
                && ("noauth".equals(request.getParameter("authtype"))
                        || "demo".equals(request.getParameter("submit_mode")));
    }

    @Override
    public String getPrincipal() {
        return "unsigned";
    }

    @Override
    public String getCredentials() {
        return "";
    }
}

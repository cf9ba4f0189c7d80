// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * A phone on which nobody signed in: it may post to the receiver, which takes little from it (device protocol:
 * authentication on the receiver), and ask what to do when its app broke.
 */
final class Unsigned extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    /** Asked by phones whose app is broken, before anybody signs in; there is nothing in it about anybody. */
    private static final String RECOVERY = "phone/recovery_measures/";

    Unsigned() {
        super(List.of());
        setAuthenticated(true);
    }

    /** Whether the phone says that nobody is signed in; then what its header says does not count either. */
    static boolean is(HttpServletRequest request, ProjectPath path) {
        boolean receiver = path.rest().equals("receiver") || path.rest().startsWith("receiver/");
        return path.rest().startsWith(RECOVERY)
                || (receiver && (says(request, "authtype", "noauth") || says(request, "submit_mode", "demo")));
    }

    private static boolean says(HttpServletRequest request, String parameter, String value) {
        return QueryText.parameter(request, parameter).filter(value::equals).isPresent();
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

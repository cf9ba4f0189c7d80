// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * Somebody who is let in without saying who she is. A phone on which nobody signed in may post to the receiver, which
 * takes little from it (device protocol: authentication on the receiver), but not to the address for programs, and ask
 * what to do when its app broke. A program may ask whether a password is right: what it shows stands in the body, and
 * the controller looks at it.
 */
final class Unsigned extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    /** Asked by phones whose app is broken, before anybody signs in; there is nothing in it about anybody. */
    private static final String RECOVERY = "phone/recovery_measures/";

    /** What a phone fetches to install an app, when nobody can sign in on it yet; the document is not for phones. */
    private static final Pattern INSTALL = Pattern.compile(
            "apps/download/(?![^/]*/app\\.json/?$).*|apps/api/download_ccz/?|apps/odk/[^/]+/(media_)?(qr_code|install)/?|i/[^/]+(/media|/ccz)?/?");

    private static final Pattern SINGLE_SIGN_ON = Pattern.compile("api/(v0\\.[45]/sso|sso/v1)/?");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    Unsigned() {
        super(List.of());
        setAuthenticated(true);
    }

    /** Whether nobody has to be signed in, or a phone says that nobody is; then what a header says does not count either. */
    static boolean is(HttpServletRequest request, ProjectPath path, Family family) {
        return path.rest().startsWith(RECOVERY)
                || (READING.contains(request.getMethod())
                        && INSTALL.matcher(path.rest()).matches())
                || (request.getMethod().equals("POST")
                        && SINGLE_SIGN_ON.matcher(path.rest()).matches())
                || (family == Family.RECEIVER
                        && (says(request, "authtype", "noauth") || says(request, "submit_mode", "demo")));
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

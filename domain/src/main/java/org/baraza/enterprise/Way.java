// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

/** How somebody is to sign in. */
public sealed interface Way {

    /** With her password. */
    record Password() implements Way {}

    /** With the identity provider of her organisation. */
    record Provider(String slug, String name) implements Way {
        /** Where the browser goes. */
        public String path() {
            return "/sso/" + slug + "/oidc/login/";
        }
    }
}

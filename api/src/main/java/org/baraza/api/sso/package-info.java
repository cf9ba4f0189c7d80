// SPDX-License-Identifier: Apache-2.0
/**
 * Signing in with the identity provider of one's organisation, as a client of OpenID Connect (spec: SSO for enterprises).
 * Spring speaks the protocol; which providers there are, whom they may vouch for and what comes of it is the enterprise's.
 */
@NullMarked
package org.baraza.api.sso;

import org.jspecify.annotations.NullMarked;

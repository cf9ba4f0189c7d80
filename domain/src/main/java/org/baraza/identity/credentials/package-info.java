// SPDX-License-Identifier: Apache-2.0
/**
 * Secrets and nothing else: how passwords are hashed and judged, how random secrets are made and kept as digests, when
 * too many wrong guesses lock a login. Knows neither people nor the database.
 */
@NullMarked
@NamedInterface("credentials")
package org.baraza.identity.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

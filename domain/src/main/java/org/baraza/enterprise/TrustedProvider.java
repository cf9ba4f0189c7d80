// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.time.Instant;
import java.util.UUID;

/** An identity provider of others that a project lets people in by. */
public record TrustedProvider(
        UUID providerId, String slug, String name, String issuer, Instant trustedAt, String trustedBy) {}

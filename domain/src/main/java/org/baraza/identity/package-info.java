// SPDX-License-Identifier: Apache-2.0
/**
 * People and programs: web users, mobile workers, roles, permissions, credentials, sessions, audit. Owns the schema
 * {@code identity}.
 *
 * <p>Invariants: who is asking is settled once, at the edge, as an {@link org.baraza.identity.Actor}; what she may do in a
 * project is a {@link org.baraza.identity.ProjectAccess}, seconds old at most; a password is kept only as Argon2id hash
 * (and, in projects that allow HTTP Digest, sealed as what Digest needs), a key or session only as a digest; no refusal tells whether an account exists. Calls tenancy for project spaces.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"mail", "memory", "paging", "problem", "tenancy", "vault"})
package org.baraza.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

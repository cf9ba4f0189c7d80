// SPDX-License-Identifier: Apache-2.0
/**
 * Programs that web users let act for them, and programs that act for themselves in one project: who registered them, what
 * they were granted and until when, and the keys that sign who somebody is. Owns the schema {@code oauth}. The protocol
 * itself (OAuth 2.1, OpenID Connect) is spoken in api.
 *
 * <p>Invariants: a token is an opaque secret of which only a digest is kept, so that ending it here ends it everywhere
 * within seconds; a refresh token is good once, and whoever shows a spent one ends the whole grant; a grant ends with the
 * password and the account of its user; a program never may more than its user may at that moment. Calls identity for
 * accounts and access, tenancy for project spaces.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"identity", "identity :: credentials", "memory", "paging", "problem", "tenancy", "vault"
        })
package org.baraza.oauth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

// SPDX-License-Identifier: Apache-2.0
/**
 * Organisations with several project spaces: their administrators, the projects that they have in common, and the identity
 * providers that their people sign in with (single sign-on). Owns the schema {@code enterprise}.
 *
 * <p>Invariants: an account is seen and changed by its administrators alone; a project belongs to one account at most, and
 * came there by somebody who administers both; a provider speaks for an e-mail domain only once the domain was proved to be
 * its account's, and a domain has one provider; the secret of a provider is sealed. Identity reads whom a project trusts and
 * whose members act in it, and nothing else of this. Calls identity, tenancy and vault.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"identity", "identity :: credentials", "memory", "paging", "problem", "tenancy", "vault"
        })
package org.baraza.enterprise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

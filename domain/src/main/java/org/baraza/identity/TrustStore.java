// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.enterprise.Tables.PROJECT;
import static org.baraza.persistence.schema.enterprise.Tables.PROVIDER;
import static org.baraza.persistence.schema.enterprise.Tables.TRUSTED_PROVIDER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;

import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;

/** Which identity providers may bring people into a project; who says so is the enterprise package. */
final class TrustStore {

    /** By key. A provider that is turned off brings nobody anywhere. */
    boolean isThere(Tx tx, ProjectId project, UUID provider) {
        return tx.sql()
                .fetchExists(select(PROVIDER.PROVIDER_ID)
                        .from(PROVIDER)
                        .where(PROVIDER.PROVIDER_ID.eq(provider))
                        .and(PROVIDER.ACTIVE)
                        .and(exists(select(PROJECT.ACCOUNT_ID)
                                        .from(PROJECT)
                                        .where(PROJECT.PROJECT_ID.eq(project.value()))
                                        .and(PROJECT.ACCOUNT_ID.eq(PROVIDER.ACCOUNT_ID)))
                                .or(exists(select(TRUSTED_PROVIDER.PROVIDER_ID)
                                        .from(TRUSTED_PROVIDER)
                                        .where(TRUSTED_PROVIDER.PROJECT_ID.eq(project.value()))
                                        .and(TRUSTED_PROVIDER.PROVIDER_ID.eq(provider))))));
    }
}

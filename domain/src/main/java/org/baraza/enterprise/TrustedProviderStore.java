// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import static org.baraza.persistence.schema.enterprise.Tables.PROVIDER;
import static org.baraza.persistence.schema.enterprise.Tables.TRUSTED_PROVIDER;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;

/** Which providers a project trusts. */
final class TrustedProviderStore {

    List<TrustedProvider> of(Tx tx, ProjectId project) {
        return tx.sql()
                .select(
                        PROVIDER.PROVIDER_ID,
                        PROVIDER.SLUG,
                        PROVIDER.NAME,
                        PROVIDER.ISSUER,
                        TRUSTED_PROVIDER.TRUSTED_AT,
                        TRUSTED_PROVIDER.TRUSTED_BY)
                .from(TRUSTED_PROVIDER)
                .join(PROVIDER)
                .on(PROVIDER.PROVIDER_ID.eq(TRUSTED_PROVIDER.PROVIDER_ID))
                .where(TRUSTED_PROVIDER.PROJECT_ID.eq(project.value()))
                .orderBy(PROVIDER.SLUG)
                .fetch(row -> new TrustedProvider(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    /** False when it is trusted already. */
    boolean insert(Tx tx, ProjectId project, UUID provider, String by, Instant now) {
        return tx.sql()
                        .insertInto(TRUSTED_PROVIDER)
                        .set(TRUSTED_PROVIDER.PROJECT_ID, project.value())
                        .set(TRUSTED_PROVIDER.PROVIDER_ID, provider)
                        .set(TRUSTED_PROVIDER.TRUSTED_AT, now)
                        .set(TRUSTED_PROVIDER.TRUSTED_BY, by)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    boolean delete(Tx tx, ProjectId project, UUID provider) {
        return tx.sql()
                        .deleteFrom(TRUSTED_PROVIDER)
                        .where(TRUSTED_PROVIDER.PROJECT_ID.eq(project.value()))
                        .and(TRUSTED_PROVIDER.PROVIDER_ID.eq(provider))
                        .execute()
                == 1;
    }
}

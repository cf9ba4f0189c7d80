// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.DIGEST_SECRET;
import static org.baraza.persistence.schema.identity.Tables.PROJECT_SECURITY;

import java.util.List;
import java.util.Optional;
import org.baraza.persistence.schema.identity.tables.records.ProjectSecurityRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;

/** What a project says about signing in. */
final class SecurityStore {

    SecuritySettings read(Tx tx, ProjectId project) {
        return tx.sql()
                .selectFrom(PROJECT_SECURITY)
                .where(PROJECT_SECURITY.PROJECT_ID.eq(project.value()))
                .fetchOptional(SecurityStore::settings)
                .orElse(SecuritySettings.USUAL);
    }

    /** When Digest is allowed no more, everything that it took goes. */
    void put(Tx tx, ProjectId project, SecuritySettings settings) {
        tx.sql()
                .insertInto(PROJECT_SECURITY)
                .set(PROJECT_SECURITY.PROJECT_ID, project.value())
                .set(PROJECT_SECURITY.DIGEST_ALLOWED, settings.digestAllowed())
                .set(PROJECT_SECURITY.TWO_FACTOR_REQUIRED, settings.twoFactorRequired())
                .set(PROJECT_SECURITY.STRONG_MOBILE_PASSWORDS, settings.strongMobilePasswords())
                .set(PROJECT_SECURITY.SECURE_SESSIONS, settings.secureSessions())
                .set(PROJECT_SECURITY.SESSION_MINUTES, settings.sessionMinutes().orElse(null))
                .set(PROJECT_SECURITY.ALLOWED_ADDRESSES, texts(settings.allowedAddresses()))
                .set(PROJECT_SECURITY.DENIED_ADDRESSES, texts(settings.deniedAddresses()))
                .set(PROJECT_SECURITY.JOIN_REQUESTS_ALLOWED, settings.joinRequestsAllowed())
                .onConflict(PROJECT_SECURITY.PROJECT_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        if (!settings.digestAllowed()) {
            tx.sql()
                    .deleteFrom(DIGEST_SECRET)
                    .where(DIGEST_SECRET.PROJECT_ID.eq(project.value()))
                    .execute();
        }
    }

    private static String[] texts(AddressList addresses) {
        return addresses.texts().toArray(String[]::new);
    }

    private static SecuritySettings settings(ProjectSecurityRecord row) {
        return new SecuritySettings(
                row.getDigestAllowed(),
                row.getTwoFactorRequired(),
                row.getStrongMobilePasswords(),
                row.getSecureSessions(),
                Optional.ofNullable(row.getSessionMinutes()),
                AddressList.of(List.of(row.getAllowedAddresses())),
                AddressList.of(List.of(row.getDeniedAddresses())),
                row.getJoinRequestsAllowed());
    }
}

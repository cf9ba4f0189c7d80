// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import static org.baraza.persistence.schema.oauth.Tables.APPLICATION;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.baraza.identity.credentials.LockOut;
import org.baraza.oauth.Application.Bond;
import org.baraza.oauth.Application.Kind;
import org.baraza.persistence.schema.oauth.tables.records.ApplicationRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;

final class ApplicationStore {

    /**
     * What is needed to let a program in.
     *
     * @param secretHash SHA-256 in hexadecimal; empty for a program without a secret
     */
    record Kept(Application application, String secretHash, LockOut lockOut) {
        @Override
        public String toString() {
            return "Kept[" + application.clientId() + "]";
        }
    }

    Optional<Kept> find(Tx tx, String clientId) {
        return tx.sql()
                .selectFrom(APPLICATION)
                .where(APPLICATION.CLIENT_ID.eq(clientId))
                .fetchOptional(ApplicationStore::kept);
    }

    /** Keeps others from changing it until the transaction ends. */
    Optional<Kept> lock(Tx tx, String clientId) {
        return tx.sql()
                .selectFrom(APPLICATION)
                .where(APPLICATION.CLIENT_ID.eq(clientId))
                .forUpdate()
                .fetchOptional(ApplicationStore::kept);
    }

    /** Oldest first, by index application_by_owner. */
    List<Application> of(Tx tx, String ownerId) {
        return tx.sql()
                .selectFrom(APPLICATION)
                .where(APPLICATION.OWNER_ID.eq(ownerId))
                .orderBy(APPLICATION.CREATED_AT, APPLICATION.CLIENT_ID)
                .fetch(row -> kept(row).application());
    }

    void insert(Tx tx, Application application, Optional<byte[]> secretHash) {
        tx.sql()
                .insertInto(APPLICATION)
                .set(APPLICATION.CLIENT_ID, application.clientId())
                .set(APPLICATION.OWNER_ID, application.ownerId())
                .set(APPLICATION.KIND, application.kind().name().toLowerCase(Locale.ROOT))
                .set(APPLICATION.NAME, application.name())
                .set(APPLICATION.SECRET_HASH, secretHash.orElse(null))
                .set(APPLICATION.REDIRECT_URIS, application.redirectUris().toArray(String[]::new))
                .set(APPLICATION.SCOPES, Scope.wireNames(application.scopes()).toArray(String[]::new))
                .set(
                        APPLICATION.ONLY_PROJECT,
                        application.bond().map(bond -> bond.project().value()).orElse(null))
                .set(APPLICATION.ONLY_ROLE, application.bond().map(Bond::roleId).orElse(null))
                .set(APPLICATION.CREATED_AT, application.createdAt())
                .set(APPLICATION.SECRET_MADE_AT, application.secretMadeAt().orElse(null))
                .execute();
    }

    void update(Tx tx, String clientId, ApplicationWish wish) {
        tx.sql()
                .update(APPLICATION)
                .set(APPLICATION.NAME, wish.name().strip())
                .set(APPLICATION.REDIRECT_URIS, wish.redirectUris().toArray(String[]::new))
                .set(APPLICATION.SCOPES, wish.scopes().toArray(String[]::new))
                .where(APPLICATION.CLIENT_ID.eq(clientId))
                .execute();
    }

    /** Also clears the lock, which guesses at the old secret brought about. */
    void setSecret(Tx tx, String clientId, byte[] secretHash, Instant now) {
        tx.sql()
                .update(APPLICATION)
                .set(APPLICATION.SECRET_HASH, secretHash)
                .set(APPLICATION.SECRET_MADE_AT, now)
                .set(APPLICATION.FAILED_SIGN_INS, 0)
                .set(APPLICATION.LOCK_OUTS, 0)
                .setNull(APPLICATION.LOCKED_UNTIL)
                .where(APPLICATION.CLIENT_ID.eq(clientId))
                .execute();
    }

    void setLockOut(Tx tx, String clientId, LockOut lockOut) {
        tx.sql()
                .update(APPLICATION)
                .set(APPLICATION.FAILED_SIGN_INS, lockOut.failures())
                .set(APPLICATION.LOCK_OUTS, lockOut.times())
                .set(APPLICATION.LOCKED_UNTIL, lockOut.until().orElse(null))
                .where(APPLICATION.CLIENT_ID.eq(clientId))
                .execute();
    }

    void delete(Tx tx, String clientId) {
        tx.sql()
                .deleteFrom(APPLICATION)
                .where(APPLICATION.CLIENT_ID.eq(clientId))
                .execute();
    }

    private static Kept kept(ApplicationRecord row) {
        Optional<Bond> bond = row.getOnlyProject() == null
                ? Optional.empty()
                : Optional.of(new Bond(new ProjectId(row.getOnlyProject()), row.getOnlyRole()));
        return new Kept(
                new Application(
                        row.getClientId(),
                        row.getOwnerId(),
                        Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                        row.getName(),
                        List.of(row.getRedirectUris()),
                        Scope.ofWireNames(Arrays.asList(row.getScopes())),
                        bond,
                        row.getCreatedAt(),
                        Optional.ofNullable(row.getSecretMadeAt())),
                row.getSecretHash() == null ? "" : HexFormat.of().formatHex(row.getSecretHash()),
                new LockOut(row.getFailedSignIns(), row.getLockOuts(), Optional.ofNullable(row.getLockedUntil())));
    }
}

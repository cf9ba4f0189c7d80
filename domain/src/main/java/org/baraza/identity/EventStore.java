// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.ACCOUNT_EVENT;
import static org.baraza.persistence.schema.identity.Tables.AUDIT_EVENT;
import static org.baraza.persistence.schema.identity.Tables.WEB_USER;
import static org.jooq.impl.DSL.val;

import java.util.Map;
import java.util.Optional;
import org.baraza.identity.LoginName.Worker;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes what happened; nothing here is ever changed or taken back. */
final class EventStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What happened at a door: in the books of the project for its workers, else in those of the account. */
    void add(Tx tx, LoginName login, Optional<Account> account, String action, String address) {
        @Nullable String userId = account.map(Account::userId).orElse(null);
        if (login instanceof Worker worker) {
            tx.sql()
                    .insertInto(AUDIT_EVENT)
                    .set(AUDIT_EVENT.PROJECT_ID, worker.project().value())
                    .set(AUDIT_EVENT.ACTOR_ID, userId)
                    .set(AUDIT_EVENT.ACTOR_NAME, worker.username())
                    .set(AUDIT_EVENT.ACTION, action)
                    .set(AUDIT_EVENT.ADDRESS, address)
                    .execute();
        } else {
            add(tx, login.typed(), userId, action, address);
        }
    }

    void add(Tx tx, String login, @Nullable String userId, String action, @Nullable String address) {
        tx.sql()
                .insertInto(ACCOUNT_EVENT)
                .set(ACCOUNT_EVENT.LOGIN, login)
                .set(ACCOUNT_EVENT.USER_ID, userId)
                .set(ACCOUNT_EVENT.ACTION, action)
                .set(ACCOUNT_EVENT.ADDRESS, address)
                .execute();
    }

    /** Nothing when the transaction does not see the user. */
    void add(Tx tx, String userId, String action, Map<String, String> detail, String address) {
        tx.sql()
                .insertInto(ACCOUNT_EVENT)
                .columns(
                        ACCOUNT_EVENT.LOGIN,
                        ACCOUNT_EVENT.USER_ID,
                        ACCOUNT_EVENT.ACTION,
                        ACCOUNT_EVENT.ADDRESS,
                        ACCOUNT_EVENT.DETAIL)
                .select(tx.sql()
                        .select(
                                WEB_USER.USERNAME,
                                WEB_USER.USER_ID,
                                val(action),
                                val(address),
                                val(JSONB.valueOf(JSON.writeValueAsString(detail))))
                        .from(WEB_USER)
                        .where(WEB_USER.USER_ID.eq(userId)))
                .execute();
    }

    void add(Tx tx, ProjectAccess who, AuditEntry entry) {
        add(tx, who.project(), who.actor().userId(), who.actor().username(), who.channel(), entry);
    }

    void add(Tx tx, ProjectId project, Actor actor, AuditEntry entry) {
        add(tx, project, actor.userId(), actor.username(), Optional.empty(), entry);
    }

    /** Nobody did it; the name says so to people. */
    void addOfServer(Tx tx, ProjectId project, AuditEntry entry) {
        add(tx, project, null, "(server)", Optional.of(Channel.SERVER), entry);
    }

    private static void add(
            Tx tx,
            ProjectId project,
            @Nullable String actorId,
            String actorName,
            Optional<Channel> channel,
            AuditEntry entry) {
        tx.sql()
                .insertInto(AUDIT_EVENT)
                .set(AUDIT_EVENT.PROJECT_ID, project.value())
                .set(AUDIT_EVENT.ACTOR_ID, actorId)
                .set(AUDIT_EVENT.ACTOR_NAME, actorName)
                .set(AUDIT_EVENT.ACTION, entry.action())
                .set(AUDIT_EVENT.SUBJECT_KIND, entry.subjectKind())
                .set(AUDIT_EVENT.SUBJECT_ID, entry.subjectId())
                .set(AUDIT_EVENT.DETAIL, JSONB.valueOf(JSON.writeValueAsString(entry.detail())))
                .set(AUDIT_EVENT.CHANNEL, channel.map(Channel::wireName).orElse(null))
                .execute();
    }
}

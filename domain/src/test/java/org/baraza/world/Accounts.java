// SPDX-License-Identifier: Apache-2.0
package org.baraza.world;

import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.credentials.Secrets;
import org.baraza.world.WorldFile.WebUser;

/** Writes the accounts of web users, over those that have the same name or the same id. */
final class Accounts {
    private final Sql sql;

    Accounts(Sql sql) {
        this.sql = sql;
    }

    private record Known(String userId, int version, boolean mayCreateProjects) {}

    /**
     * Nothing that was known of the account opens anything after this.
     *
     * @return the version of her credentials
     */
    int write(WebUser user, String passwordHash) {
        Optional<Known> sameName = known("baraza.login", user.username(), "username");
        Optional<Known> sameId = known("baraza.user", user.id(), "user_id");
        Optional<Known> other = sameName.filter(known -> !known.userId.equals(user.id()));
        other.ifPresent(known -> setAside(known.userId));
        sql.see("baraza.user", user.id());
        sameId.ifPresentOrElse(_ -> update(user, passwordHash), () -> insert(user, passwordHash, sameName));
        writeKey(user);
        other.ifPresent(known -> handOver(known.userId, user.id()));
        return sameId.map(Known::version).orElse(0) + 1;
    }

    private Optional<Known> known(String setting, String value, String column) {
        sql.see(setting, value);
        return sql.first(
                row -> new Known(row.getString(1), row.getInt(2), row.getBoolean(3)),
                "select user_id, credential_version, can_create_projects from identity.web_user where " + column
                        + " = ? for update",
                value);
    }

    private void update(WebUser user, String passwordHash) {
        sql.run("""
                update identity.web_user
                set username = ?, first_name = ?, last_name = ?, password_hash = ?, active = true,
                    credential_version = credential_version + 1, failed_sign_ins = 0, lock_outs = 0, locked_until = null
                where user_id = ?""", user.username(), user.firstName(), user.lastName(), passwordHash, user.id());
    }

    /** Whoever may make projects under that name may still do so, or an operator would have shut herself out. */
    private void insert(WebUser user, String passwordHash, Optional<Known> before) {
        sql.run(
                """
                insert into identity.web_user
                    (user_id, username, first_name, last_name, password_hash, can_create_projects)
                values (?, ?, ?, ?, ?, ?)""",
                user.id(),
                user.username(),
                user.firstName(),
                user.lastName(),
                passwordHash,
                before.map(Known::mayCreateProjects).orElse(false));
    }

    private void writeKey(WebUser user) {
        sql.run("delete from identity.api_key where user_id = ?", user.id());
        sql.run("delete from identity.recovery_code where user_id = ?", user.id());
        sql.run("delete from identity.second_factor where user_id = ?", user.id());
        if (user.apiKey() != null) {
            sql.run(
                    "insert into identity.api_key (user_id, name, secret_hash) values (?, 'world', ?)",
                    user.id(),
                    Secrets.digest(user.apiKey()));
        }
    }

    /** Another person had the name. She keeps her row, because much refers to it, and can sign in no more. */
    private void setAside(String userId) {
        sql.see("baraza.user", userId);
        sql.run("""
                update identity.web_user
                set username = ?, active = false, credential_version = credential_version + 1
                where user_id = ?""", "set-aside-" + userId, userId);
        sql.run("delete from identity.api_key where user_id = ?", userId);
    }

    /** Projects that the file does not know stay open to whoever has the name. */
    private void handOver(String from, String to) {
        sql.see("baraza.user", from);
        for (UUID project : sql.rows(
                row -> row.getObject(1, UUID.class),
                "select project_id from identity.membership where user_id = ?",
                from)) {
            sql.see("baraza.project", project);
            sql.run("""
                    update identity.membership m set user_id = ?
                    where m.project_id = ? and m.user_id = ?
                      and not exists (
                          select from identity.membership other
                          where other.project_id = m.project_id and other.user_id = ?)""", to, project, from, to);
        }
    }
}

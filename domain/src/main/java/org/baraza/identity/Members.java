// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** The web users of a project and their roles. */
public final class Members {
    private final Transactions transactions;
    private final Access access;
    private final Audit audit;
    private final RoleStore roles = new RoleStore();
    private final MemberStore store = new MemberStore();
    private final WebUserStore users = new WebUserStore();

    public Members(Transactions transactions, Access access, Audit audit) {
        this.transactions = transactions;
        this.access = access;
        this.audit = audit;
    }

    /** The roles that members can have besides {@link Role#ADMIN}. */
    public List<Role> roles(ProjectAccess who) {
        who.require(Permission.VIEW_ROLES);
        return transactions.read(tx -> roles.list(tx, who.project()));
    }

    /** Lets a web user in, or gives her another role. Only administrators make administrators. */
    public void put(ProjectAccess who, String username, String roleName) {
        who.require(Permission.EDIT_WEB_USERS);
        boolean admin = roleName.equals(Role.ADMIN);
        if (admin && !who.roleName().equals(Role.ADMIN)) {
            throw new Refused(new Problem.Forbidden("admin"));
        }
        String login = LoginName.normal(username);
        transactions.writingAs(Visibility.project(who.project()).and(Visibility.login(login)), tx -> {
            String userId = users.idOf(tx, login)
                    .orElseThrow(() -> unknown("username", "USERNAME_UNKNOWN", "There is no such web user."));
            store.put(
                    tx,
                    who.project(),
                    userId,
                    admin ? Optional.empty() : Optional.of(role(tx, who.project(), roleName)));
            audit.record(
                    tx, who, AuditEntry.of("member.put", "web_user", userId).with("role", roleName));
            access.changed(tx, userId, who.project());
        });
    }

    private UUID role(Tx tx, ProjectId project, String name) {
        return roles.idOf(tx, project, name)
                .orElseThrow(() -> unknown("role", "ROLE_UNKNOWN", "There is no such role."));
    }

    private static Refused unknown(String field, String code, String message) {
        return new Refused(Problem.Invalid.field(field, code, message));
    }
}

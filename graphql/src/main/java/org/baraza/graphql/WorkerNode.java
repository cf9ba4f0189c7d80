// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDataKeys;
import org.jspecify.annotations.Nullable;

/**
 * A mobile worker. Any member may know whom an id in the data stands for; what else is known of her needs {@code
 * view_commcare_users} or the permission to edit.
 */
record WorkerNode(ProjectAccess access, MobileWorker person) implements Node, UserNode {
    @Override
    public String id() {
        return new GlobalId(GlobalId.Kind.MOBILE_WORKER, access.projectName(), person.userId()).text();
    }

    @Override
    public String userId() {
        return person.userId();
    }

    @Override
    public String username() {
        return person.username();
    }

    @Override
    public String displayName() {
        return person.displayName();
    }

    public String firstName() {
        return person.firstName();
    }

    public String lastName() {
        return person.lastName();
    }

    public boolean active() {
        return known().active();
    }

    public boolean deleted() {
        return known().retired();
    }

    public boolean confirmed() {
        return known().confirmed();
    }

    public boolean demo() {
        return known().demo();
    }

    public @Nullable String deactivateAfter() {
        return known().deactivateAfter().map(LocalDate::toString).orElse(null);
    }

    public String email() {
        return known().email();
    }

    public String language() {
        return known().language();
    }

    public List<String> phoneNumbers() {
        return known().phoneNumbers();
    }

    /** The id of her profile; empty when she has none. */
    String profileId() {
        return known().userData().getOrDefault(UserDataKeys.PROFILE, "");
    }

    public Instant createdAt() {
        return known().createdAt();
    }

    public Map<String, String> userData() {
        return known().userData();
    }

    private MobileWorker known() {
        access.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
        return person;
    }
}

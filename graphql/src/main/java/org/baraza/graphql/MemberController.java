// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import org.baraza.identity.Member;
import org.baraza.identity.MemberChange;
import org.baraza.identity.Members;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The web users of a project. */
@Controller
final class MemberController {
    private final Entrance entrance;
    private final Members members;

    MemberController(Entrance entrance, Members members) {
        this.entrance = entrance;
        this.members = members;
    }

    /** One in the words of the schema. */
    record OneMember(String userId, String username, String displayName, String role, boolean active) {
        static OneMember of(Member member) {
            return new OneMember(
                    member.userId(),
                    member.person().username(),
                    member.person().displayName(),
                    member.roleName(),
                    member.active());
        }
    }

    /** Another role. */
    record RoleInput(String project, String userId, String role) {}

    /** Whether she is let in. */
    record ActiveInput(String project, String userId, boolean active) {}

    /** What came of it. */
    record MemberPayload(@Nullable OneMember member, List<UserError> userErrors) {}

    @SchemaMapping(typeName = "Project", field = "members")
    Connection<OneMember> members(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        return Connection.of(
                InProject.scoped(access, () -> members.list(access, page)), page, Member::cursor, OneMember::of);
    }

    @MutationMapping
    MemberPayload setMemberRole(@Argument RoleInput input) {
        return changed(input.project, input.userId, new MemberChange.ToRole(input.role));
    }

    @MutationMapping
    MemberPayload setMemberActive(@Argument ActiveInput input) {
        return changed(input.project, input.userId, new MemberChange.Let(input.active));
    }

    private MemberPayload changed(String project, String userId, MemberChange change) {
        return Attempt.in(
                entrance,
                project,
                access -> OneMember.of(members.edit(access, userId, List.of(change))),
                MemberPayload::new);
    }
}

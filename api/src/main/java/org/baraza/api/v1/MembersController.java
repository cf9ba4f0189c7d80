// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.baraza.identity.Members;
import org.baraza.identity.ProjectAccess;
import org.baraza.openapi.MembersApi;
import org.baraza.openapi.model.Member;
import org.baraza.openapi.model.MemberChange;
import org.baraza.openapi.model.MemberPage;
import org.baraza.openapi.model.NewMember;
import org.baraza.places.Belongings;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Web users as members of a project. */
@RestController
final class MembersController implements MembersApi {
    private final Asking asking;
    private final Members members;
    private final Belongings belongings;

    MembersController(Asking asking, Members members, Belongings belongings) {
        this.asking = asking;
        this.members = members;
        this.belongings = belongings;
    }

    @Override
    public ResponseEntity<MemberPage> listMembers(String project, @Nullable String after, Integer limit) {
        var page = members.list(asking.access(), Wanted.page(after, limit));
        @Nullable String next = Wanted.next(page, org.baraza.identity.Member::cursor);
        return Paged.answer(
                new MemberPage(page.items().stream()
                                .map(MembersController::model)
                                .toList())
                        .next(next),
                next);
    }

    @Override
    public ResponseEntity<Member> putMember(String project, NewMember wanted, @Nullable String idempotencyKey) {
        ProjectAccess as = asking.access();
        String username = Wanted.required("username", wanted.getUsername());
        members.put(as, username, Wanted.required("role", wanted.getRole()));
        Member member =
                members.named(as, username).map(MembersController::model).orElseThrow(MembersController::nobody);
        return ResponseEntity.created(
                        URI.create("/api/v1/projects/" + as.projectName() + "/members/" + member.getUserId()))
                .eTag(Etag.of(member))
                .body(member);
    }

    @Override
    public ResponseEntity<Member> readMember(String project, String userId, @Nullable String ifNoneMatch) {
        return Etag.answer(
                members.find(asking.access(), userId)
                        .map(MembersController::model)
                        .orElseThrow(MembersController::nobody),
                ifNoneMatch);
    }

    @Override
    public ResponseEntity<Member> changeMember(
            String project,
            String userId,
            MemberChange change,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey) {
        return Etag.answer(model(members.edit(
                asking.access(), userId, changes(change), before -> Etag.require(ifMatch, model(before)))));
    }

    @Override
    public ResponseEntity<Void> removeMember(String project, String userId) {
        ProjectAccess as = asking.access();
        members.remove(as, userId, (tx, gone) -> belongings.clearMember(tx, as, gone));
        return ResponseEntity.noContent().build();
    }

    private static List<org.baraza.identity.MemberChange> changes(MemberChange change) {
        List<org.baraza.identity.MemberChange> changes = new ArrayList<>();
        if (change.getRole() != null) {
            changes.add(new org.baraza.identity.MemberChange.ToRole(change.getRole()));
        }
        if (change.getActive() != null) {
            changes.add(new org.baraza.identity.MemberChange.Let(change.getActive()));
        }
        return changes;
    }

    private static Refused nobody() {
        return new Refused(new Problem.NotFound("web user"));
    }

    private static Member model(org.baraza.identity.Member member) {
        return new Member()
                .userId(member.userId())
                .username(member.person().username())
                .firstName(member.person().firstName())
                .lastName(member.person().lastName())
                .role(member.roleName())
                .active(member.active());
    }
}

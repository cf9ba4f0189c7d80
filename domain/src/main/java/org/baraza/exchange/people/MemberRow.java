// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.work.YesNo;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.identity.Invitation;
import org.baraza.identity.InvitationWish;
import org.baraza.identity.Member;
import org.baraza.identity.MemberChange;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDataProfile;
import org.baraza.places.Assigned;
import org.jspecify.annotations.Nullable;

/** Reads what a row says of a web user, as CommCare HQ does: who is no member yet is invited. */
final class MemberRow {
    static final String ACTIVE = "Active User";
    static final String DEACTIVATED = "Deactivated";
    static final String INVITED = "Invited";

    private final MemberColumns columns;
    private final ProjectAccess who;
    private final DataCells data;
    private final PlaceCells places;

    MemberRow(MemberColumns columns, ProjectAccess who, List<UserDataProfile> profiles) {
        this.columns = columns;
        this.who = who;
        this.data = new DataCells(columns.data(), columns.profile(), profiles);
        this.places = new PlaceCells(columns.locations());
    }

    static String email(MemberColumns columns, DataRow row) {
        return row.word(columns.username()).toLowerCase(Locale.ROOT);
    }

    MemberPlan read(DataRow row, KnownMembers known) {
        refuseOtherProject(row);
        String email = email(columns, row);
        @Nullable Member member = known.members().get(email);
        @Nullable Invitation invitation = known.invitations().get(email);
        if (YesNo.read(columns.remove().header(), row.text(columns.remove())).orElse(false)) {
            return removal(email, member, invitation);
        }
        if (row.word(columns.role()).isEmpty()) {
            throw new RowRefused(
                    columns.role().header(),
                    "ROLE_MISSING",
                    "You cannot upload a web user without a role. " + email + " does not have a role.");
        }
        Optional<Boolean> letIn = letIn(row, email, member, invitation);
        if (member != null) {
            return change(row, known, member, letIn);
        }
        return invitation == null ? invite(row, known, email) : reinvite(row, known, invitation);
    }

    private void refuseOtherProject(DataRow row) {
        String domain = row.word(columns.domain());
        if (!domain.isEmpty() && !domain.equals(who.projectName())) {
            throw new RowRefused(
                    columns.domain().header(), "OTHER_PROJECT", "A workbook speaks of one project: this one.");
        }
    }

    private MemberPlan removal(String email, @Nullable Member member, @Nullable Invitation invitation) {
        if (member != null) {
            return new MemberPlan.Remove(member);
        }
        if (invitation != null) {
            return new MemberPlan.Uninvite(invitation);
        }
        throw new RowRefused(
                columns.remove().header(),
                "NOT_A_MEMBER",
                "You cannot remove a web user that is not a member or invited to this project. " + email
                        + " is not a member or invited.");
    }

    /** Whether a member is to be let in; empty where the row does not say. */
    private Optional<Boolean> letIn(
            DataRow row, String email, @Nullable Member member, @Nullable Invitation invitation) {
        String status = row.word(columns.status());
        if (status.isEmpty() || (status.equalsIgnoreCase(ACTIVE) && member == null)) {
            return Optional.empty();
        }
        if (status.equalsIgnoreCase(INVITED)) {
            if (member == null && invitation == null) {
                throw refused(
                        "NOT_INVITED",
                        "You can only set 'Status' to 'Invited' on a pending Web User. " + email
                                + " has no invitations for this project space.");
            }
            return Optional.empty();
        }
        if (!status.equalsIgnoreCase(ACTIVE) && !status.equalsIgnoreCase(DEACTIVATED)) {
            throw refused(
                    "STATUS_UNKNOWN", "A status is one of: " + String.join(", ", ACTIVE, DEACTIVATED, INVITED) + ".");
        }
        if (member == null) {
            throw refused("NOT_A_MEMBER", "Only a member can be deactivated.");
        }
        return Optional.of(status.equalsIgnoreCase(ACTIVE));
    }

    private RowRefused refused(String code, String message) {
        return new RowRefused(columns.status().header(), code, message);
    }

    private MemberPlan change(DataRow row, KnownMembers known, Member before, Optional<Boolean> letIn) {
        List<MemberChange> changes = new ArrayList<>();
        String role = row.word(columns.role());
        if (!role.equals(before.roleName())) {
            changes.add(new MemberChange.ToRole(role));
        }
        letIn.filter(in -> in != before.active()).ifPresent(in -> changes.add(new MemberChange.Let(in)));
        Map<String, String> after = data.read(row, before.userData());
        if (!after.equals(before.userData())) {
            changes.add(new MemberChange.UserData(after));
        }
        Assigned was = known.places().getOrDefault(before.userId(), Assigned.NOWHERE);
        Optional<List<String>> wanted = places.read(row, known.locations(), was);
        return changes.isEmpty() && wanted.isEmpty()
                ? new MemberPlan.Keep()
                : new MemberPlan.Change(before, changes, wanted);
    }

    private MemberPlan invite(DataRow row, KnownMembers known, String email) {
        List<String> wanted =
                places.read(row, known.locations(), Assigned.NOWHERE).orElse(List.of());
        return new MemberPlan.Invite(wish(row, email, wanted, data.read(row, Map.of())));
    }

    private MemberPlan reinvite(DataRow row, KnownMembers known, Invitation before) {
        Assigned was = was(before);
        Optional<List<String>> wanted = places.read(row, known.locations(), was);
        Map<String, String> after = data.read(row, before.userData());
        boolean same = row.word(columns.role()).equals(before.roleName())
                && wanted.isEmpty()
                && after.equals(before.userData());
        return same
                ? new MemberPlan.Keep()
                : new MemberPlan.Reinvite(
                        before, wish(row, before.email(), wanted.orElseGet(() -> primaryFirst(was)), after));
    }

    /** Who is invited to places with none of them primary comes to have the first one so. */
    private static Assigned was(Invitation invitation) {
        List<String> ids = invitation.assignedLocationIds();
        return invitation.primaryLocationId().isEmpty() && !ids.isEmpty()
                ? new Assigned(ids, ids.getFirst())
                : new Assigned(ids, invitation.primaryLocationId());
    }

    private static List<String> primaryFirst(Assigned was) {
        List<String> ids = new ArrayList<>(was.locationIds());
        if (ids.remove(was.primaryId())) {
            ids.addFirst(was.primaryId());
        }
        return ids;
    }

    private InvitationWish wish(DataRow row, String email, List<String> ids, Map<String, String> known) {
        String primary = ids.isEmpty() ? "" : ids.getFirst();
        return new InvitationWish(email, row.word(columns.role()), primary, ids, known, "");
    }
}

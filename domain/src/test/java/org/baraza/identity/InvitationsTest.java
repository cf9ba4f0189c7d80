// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.testing.World.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.baraza.identity.Actor.WebUser;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Refused;
import org.baraza.testing.Node;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InvitationsTest {
    private static final Invitations.Welcome NOTHING_MORE = (_, _, _, _) -> {};

    private final World world = new World();
    private final WebUser admin = world.webUser("admin@example.org");
    private Node node;
    private int projects;
    private ProjectAccess here;

    @BeforeEach
    void aProjectOfItsOwn() {
        node = world.anotherNode();
        here = world.project("place-" + ++projects, admin);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private SentInvitation invite(ProjectAccess who, String email, String role) {
        return world.in(who, () -> node.invitations.invite(who, new InvitationWish(email, role)));
    }

    private InvitationLink link(String path) {
        String[] parts = path.substring(path.indexOf("/join/") + "/join/".length())
                .strip()
                .split("[/#\\s]");
        return new InvitationLink(parts[0], UUID.fromString(parts[1]), parts[2]);
    }

    private InvitationLink invited(String email, String role) {
        return link(invite(here, email, role).path().orElseThrow());
    }

    private static NewWebUser newUser(String password) {
        return new NewWebUser("", password, "Nia", "Mwangi", false);
    }

    @Test
    void somebodyNewMakesAnAccountAndJoinsThisProjectOnly() {
        InvitationLink link = invited(" New-" + projects + "@Example.org ", "App Editor");
        Invitations.Opened opened = node.invitations.open(link);
        assertThat(opened.invitation().email()).isEqualTo("new-" + projects + "@example.org");
        assertThat(opened.hasAccount()).isFalse();
        assertThatThrownBy(() -> node.invitations.acceptAnew(link, newUser("commcare1"), NOTHING_MORE))
                .hasMessage("PASSWORD_WEAK");
        WebUser made = node.invitations.acceptAnew(link, newUser(PASSWORD), NOTHING_MORE);
        assertThat(made.canCreateProjects()).isFalse();
        assertThat(node.access.to(made, here.projectName()).orElseThrow().roleName())
                .isEqualTo("App Editor");
        assertThat(node.memberships.of(made)).hasSize(1);
        assertThatThrownBy(() -> node.invitations.open(link)).hasMessage("NOT_FOUND");
    }

    @Test
    void whoHasAnAccountJoinsWithItAndNobodyElseDoes() {
        WebUser nurse = world.webUser("nurse-" + projects + "@example.org");
        WebUser other = world.webUser("other-" + projects + "@example.org");
        InvitationLink link = invited(nurse.username(), "Read Only");
        assertThat(node.invitations.open(link).hasAccount()).isTrue();
        assertThatThrownBy(() -> node.invitations.accept(other, link, NOTHING_MORE))
                .hasMessage("INVITED_ANOTHER");
        assertThat(node.access.to(other, here.projectName())).isEmpty();
        node.invitations.accept(nurse, link, NOTHING_MORE);
        assertThat(node.access.to(nurse, here.projectName()).orElseThrow().roleName())
                .isEqualTo("Read Only");
        assertThatThrownBy(() -> invite(here, nurse.username(), "Read Only")).hasMessage("ALREADY_MEMBER");
    }

    @Test
    void aLinkIsOfNoUseWithAnotherSecretOrInAnotherProjectOrAfterAMonth() {
        ProjectAccess elsewhere = world.project("elsewhere-" + projects, admin);
        InvitationLink link = invited("late-" + projects + "@example.org", "Read Only");
        assertGone(new InvitationLink(link.project(), link.invitationId(), "x".repeat(43)));
        assertGone(new InvitationLink(elsewhere.projectName(), link.invitationId(), link.secret()));
        assertGone(new InvitationLink("no-such-project", link.invitationId(), link.secret()));
        assertGone(new InvitationLink(link.project(), UUID.randomUUID(), link.secret()));
        assertThat(node.invitations.open(link).projectName()).isEqualTo(here.projectName());
        world.clock.pass(Duration.ofDays(31));
        assertGone(link);
        assertThatThrownBy(() -> node.invitations.acceptAnew(link, newUser(PASSWORD), NOTHING_MORE))
                .hasMessage("NOT_FOUND");
    }

    private void assertGone(InvitationLink link) {
        assertThatThrownBy(() -> node.invitations.open(link)).hasMessage("NOT_FOUND");
    }

    @Test
    void whoIsInvitedWithAProfileHasItsValuesAsTheyAreWhenSheComes() {
        UserDataProfile north = world.in(here, () -> {
            node.userData.replaceFields(here, List.of(UserDataField.plain("ward", "Ward")));
            return node.userData.createProfile(here, "North", Map.of("ward", "Ahero"));
        });
        WebUser nurse = world.webUser("profiled-" + projects + "@example.org");
        assertThatThrownBy(() -> invite(nurse, "South", Map.of())).hasMessage("PROFILE_UNKNOWN");
        assertThatThrownBy(() -> invite(nurse, "North", Map.of("ward", "Kisumu")))
                .hasMessage("SET_BY_PROFILE");
        InvitationLink link =
                link(invite(nurse, "North", Map.of("desk", "2")).path().orElseThrow());
        assertThatThrownBy(() -> world.in(here, () -> {
                    node.userData.deleteProfile(here, north.profileId());
                    return true;
                }))
                .hasMessage("PROFILE_IN_USE");
        world.in(
                here,
                () -> node.userData.updateProfile(
                        here, new UserDataProfile(north.profileId(), "Far north", Map.of("ward", "Lodwar"))));
        node.invitations.accept(nurse, link, NOTHING_MORE);
        Member member =
                world.in(here, () -> node.members.find(here, nurse.userId())).orElseThrow();
        assertThat(member.profile()).isEqualTo("Far north");
        assertThat(member.userData())
                .containsEntry("ward", "Lodwar")
                .containsEntry("desk", "2")
                .containsEntry(UserDataKeys.PROFILE, north.profileId());
    }

    private SentInvitation invite(WebUser whom, String profile, Map<String, String> data) {
        return world.in(
                here,
                () -> node.invitations.invite(
                        here, new InvitationWish(whom.username(), "Read Only", "", List.of(), data, profile)));
    }

    @Test
    void aWebUserHasTheValuesOfHerProfileAndNoOthers() {
        UserDataProfile north = world.in(here, () -> {
            node.userData.replaceFields(here, List.of(UserDataField.plain("ward", "Ward")));
            node.userData.createProfile(here, "South", Map.of("ward", "Kisii"));
            return node.userData.createProfile(here, "North", Map.of("ward", "Ahero"));
        });
        WebUser nurse = world.webUser("dressed-" + projects + "@example.org");
        world.in(here, () -> {
            node.members.put(here, nurse.username(), "Read Only");
            return true;
        });
        Member member = edit(nurse, new MemberChange.ToProfile("North"));
        assertThat(member.userData()).containsEntry("ward", "Ahero");
        assertThatThrownBy(() -> edit(nurse, new MemberChange.MoreUserData(Map.of("ward", "Kisumu"))))
                .hasMessage("SET_BY_PROFILE");
        world.in(
                here,
                () -> node.userData.updateProfile(
                        here, new UserDataProfile(north.profileId(), "North", Map.of("ward", "Lodwar"))));
        assertThat(edit(nurse).userData()).containsEntry("ward", "Lodwar");
        assertThat(edit(nurse, new MemberChange.ToProfile("South")).userData()).containsEntry("ward", "Kisii");
        assertThat(edit(nurse, new MemberChange.ToProfile("")).userData()).isEmpty();
        world.in(here, () -> {
            node.userData.deleteProfile(here, north.profileId());
            return true;
        });
    }

    private Member edit(WebUser whom, MemberChange... changes) {
        return world.in(here, () -> node.members.edit(here, whom.userId(), List.of(changes)));
    }

    @Test
    void sendingItAgainEndsTheFormerLinkAndTakingItBackEndsAll() {
        SentInvitation first = invite(here, "again-" + projects + "@example.org", "Read Only");
        UUID id = first.invitation().invitationId();
        world.clock.pass(Duration.ofDays(20));
        SentInvitation second = world.in(here, () -> node.invitations.resend(here, id));
        assertGone(link(first.path().orElseThrow()));
        world.clock.pass(Duration.ofDays(20));
        assertThat(node.invitations.open(link(second.path().orElseThrow())).projectName())
                .isEqualTo(here.projectName());
        assertThatThrownBy(() -> invite(here, "again-" + projects + "@example.org", "Read Only"))
                .hasMessage("ALREADY_INVITED");
        world.in(here, () -> {
            node.invitations.cancel(here, id);
            return true;
        });
        assertGone(link(second.path().orElseThrow()));
        assertThat(world.in(here, () -> node.invitations.page(here, PageRequest.first(5)))
                        .items())
                .isEmpty();
        invite(here, "again-" + projects + "@example.org", "Read Only");
    }

    @Test
    void aRoleIsGivenOnlyByThoseWhoMay() {
        WebUser manager = world.webUser("manager-" + projects + "@example.org");
        world.in(here, () -> {
            node.roles.create(
                    here,
                    new RoleWish(
                            "Manager",
                            Set.of(Permission.EDIT_WEB_USERS, Permission.ACCESS_ALL_LOCATIONS),
                            false,
                            List.of()));
            node.roles.create(here, new RoleWish("Open", Set.of(), true, List.of()));
            node.members.put(here, manager.username(), "Manager");
            return true;
        });
        ProjectAccess hers = node.access.to(manager, here.projectName()).orElseThrow();
        assertThatThrownBy(() -> invite(hers, "a@example.org", "Admin")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> invite(hers, "a@example.org", "Manager")).hasMessage("ROLE_NOT_YOURS");
        assertThatThrownBy(() -> invite(hers, "a@example.org", "Nothing")).hasMessage("ROLE_UNKNOWN");
        assertThatThrownBy(() -> invite(hers, "nobody", "Open")).hasMessage("EMAIL_INVALID");
        assertThat(invite(hers, "a@example.org", "Open").invitation().invitedByName())
                .isEqualTo(manager.username());
        ProjectAccess reader = new ProjectAccess(here.project(), here.projectName(), manager, "Reader", Set.of());
        assertThatThrownBy(() -> invite(reader, "b@example.org", "Open")).isInstanceOf(Refused.class);
    }

    @Test
    void whereMailsCanBeSentTheLinkGoesToNobodyElse() {
        node.postbox.open();
        SentInvitation sent = invite(here, "post-" + projects + "@example.org", "Read Only");
        assertThat(sent.path()).isEmpty();
        assertThat(node.postbox.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("post-" + projects + "@example.org");
            assertThat(mail.text()).contains("https://baraza.example/app/join/" + here.projectName());
            assertThat(mail.toString()).isEqualTo("Mail");
        });
        assertThat(node.invitations
                        .open(link(node.postbox.mails().getFirst().text()))
                        .invitation()
                        .mailedAt())
                .isPresent();
    }

    @Test
    void aForgottenPasswordIsSetByALinkThatWorksOnceAndForAnHour() {
        node.postbox.open();
        WebUser user = world.webUser("forgetful-" + projects + "@example.org");
        node.forgotten.ask("nobody-" + projects + "@example.org", "");
        assertThat(node.postbox.mails()).isEmpty();
        for (int time = 0; time < 5; time++) {
            node.forgotten.ask(user.username(), "");
        }
        assertThat(node.postbox.mails()).as("at most three an hour").hasSize(3);
        String secret = secret(node.postbox.mails().getFirst().text());
        assertThatThrownBy(() -> node.forgotten.set(admin.userId(), secret, "quite-another-1", ""))
                .hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> node.forgotten.set(user.userId(), secret, "password", ""))
                .hasMessage("PASSWORD_WEAK");
        node.forgotten.set(user.userId(), secret, "quite-another-1", "");
        assertThat(node.signIn.anywhere(new Credentials(user.username(), "quite-another-1"), ""))
                .isInstanceOf(SignInResult.SignedIn.class);
        for (var mail : node.postbox.mails()) {
            assertThatThrownBy(() -> node.forgotten.set(user.userId(), secret(mail.text()), "and-another-22", ""))
                    .hasMessage("NOT_FOUND");
        }
        world.clock.pass(Duration.ofHours(2));
        node.forgotten.ask(user.username(), "");
        world.clock.pass(Duration.ofHours(1));
        String late = secret(node.postbox.mails().getLast().text());
        assertThatThrownBy(() -> node.forgotten.set(user.userId(), late, "and-another-22", ""))
                .hasMessage("NOT_FOUND");
    }

    private static String secret(String mail) {
        String behind = mail.substring(mail.indexOf("#"));
        return behind.substring(behind.indexOf('.') + 1).split("\\s")[0];
    }
}

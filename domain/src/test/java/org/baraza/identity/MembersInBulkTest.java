// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.SignInResult.SignedIn;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.testing.Node;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Web users who are changed among many, in the transaction of somebody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MembersInBulkTest {
    private final World world = new World();
    private Node node;
    private int projects;
    private WebUser admin;
    private WebUser nurse;
    private ProjectAccess here;

    @BeforeEach
    void aProjectOfItsOwn() {
        String number = Integer.toString(++projects);
        node = world.anotherNode();
        admin = world.webUser("admin-" + number + "@example.org");
        nurse = world.webUser("nurse-" + number + "@example.org");
        here = world.project("place-" + number, admin);
        world.in(here, () -> {
            node.members.put(here, nurse.username(), "Read Only");
            return true;
        });
    }

    @AfterAll
    void close() {
        world.close();
    }

    private void together(Consumer<Tx> work) {
        world.in(here, () -> {
            world.transactions.writing(work);
            return true;
        });
    }

    private Optional<Invitation> invited(String email) {
        return world.in(
                here,
                () -> Optional.ofNullable(world.transactions
                        .read(tx -> node.invitations.withAddresses(tx, here, List.of(email)))
                        .get(email)));
    }

    @Test
    void whoIsTakenOutLosesHerKeysOfThisProjectToo() {
        String key = node.apiKeys
                .create(
                        nurse,
                        new ApiKeyWish(
                                "limited",
                                Optional.of(here.projectName()),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()))
                .secret();
        together(tx -> node.members.remove(tx, here, nurse.userId(), AlongsideMember.NOTHING));
        assertThat(node.access.to(nurse, here.projectName())).isEmpty();
        assertThat(world.anotherNode().apiKeys.signIn(new Credentials(nurse.username(), key), ""))
                .isNotInstanceOf(SignedIn.class);
    }

    @Test
    void nobodyIsTakenOutByHerselfAndNoneIsTheLastAdministrator() {
        assertThatThrownBy(() -> together(tx -> node.members.remove(tx, here, admin.userId(), AlongsideMember.NOTHING)))
                .hasMessage("YOURSELF");
        for (MemberChange change : List.of(new MemberChange.ToRole("Read Only"), new MemberChange.Let(false))) {
            assertThatThrownBy(() -> together(tx ->
                            node.members.edit(tx, here, admin.userId(), List.of(change), AlongsideMember.NOTHING)))
                    .hasMessage("LAST_ADMIN");
        }
        assertThat(node.access.to(admin, here.projectName()).orElseThrow().isAdmin())
                .isTrue();
    }

    @Test
    void aPartSeesMoreAndTheRestOfTheTransactionDoesNot() {
        Visibility hers = Visibility.user(nurse.userId());
        String keys = "select count(*)::int from identity.api_key where user_id = '" + nurse.userId() + "'";
        node.apiKeys.create(
                nurse, new ApiKeyWish("any", Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
        together(tx -> {
            assertThat(tx.seeing(hers, () -> count(tx, keys))).isEqualTo(1);
            assertThat(count(tx, keys)).isZero();
            assertThatThrownBy(() -> tx.seeing(hers, () -> {
                        throw new IllegalStateException("lost");
                    }))
                    .hasMessage("lost");
            assertThat(count(tx, keys)).isZero();
            assertThatThrownBy(() -> tx.seeing(Visibility.project(here.project()), () -> true))
                    .isInstanceOf(IllegalArgumentException.class);
        });
    }

    private static int count(Tx tx, String statement) {
        return tx.sql().fetchSingle(statement).get(0, Integer.class);
    }

    @Test
    void anInvitationIsMailedOnceItIsThereAndChangedInSilence() {
        node.postbox.open();
        String email = "new-" + projects + "@example.org";
        assertThatThrownBy(() -> together(tx -> {
                    node.invitations.invite(tx, here, new InvitationWish(email, "Read Only"));
                    throw new Refused(new Problem.NotFound("anything"));
                }))
                .hasMessage("NOT_FOUND");
        assertThat(node.postbox.mails()).isEmpty();
        together(tx -> node.invitations.invite(tx, here, new InvitationWish(email, "Read Only")));
        assertThat(node.postbox.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).isEqualTo(email));
        Invitation sent = invited(email).orElseThrow();
        together(tx -> node.invitations.change(tx, here, sent.invitationId(), new InvitationWish(email, "App Editor")));
        assertThat(node.postbox.mails()).hasSize(1);
        assertThat(invited(email).orElseThrow().roleName()).isEqualTo("App Editor");
        assertThat(invited(email).orElseThrow().expiresAt()).isEqualTo(sent.expiresAt());
        together(tx -> node.invitations.cancel(tx, here, sent.invitationId()));
        assertThat(invited(email)).isEmpty();
        assertThatThrownBy(() -> together(tx ->
                        node.invitations.change(tx, here, sent.invitationId(), new InvitationWish(email, "Read Only"))))
                .hasMessage("NOT_FOUND");
    }

    @Test
    void userDataTakesTheWholePlaceOfWhatWasThere() {
        together(tx -> node.members.edit(
                tx,
                here,
                nurse.userId(),
                List.of(new MemberChange.MoreUserData(Map.of("ward", "A", "desk", "1"))),
                AlongsideMember.NOTHING));
        together(tx -> node.members.edit(
                tx,
                here,
                nurse.userId(),
                List.of(new MemberChange.UserData(Map.of("desk", "2"))),
                AlongsideMember.NOTHING));
        assertThat(world.in(here, () -> node.members.find(here, nurse.userId()))
                        .orElseThrow()
                        .userData())
                .isEqualTo(Map.of("desk", "2"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Refused;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupsTest {
    private final World world = new World();
    private Organisation demo;
    private Organisation other;
    private String nia;
    private String amina;

    @BeforeAll
    void twoProjects() {
        demo = new Organisation(world, world.project("demo", world.webUser("a@example.org")));
        other = new Organisation(world, world.project("other", world.webUser("b@example.org")));
        nia = world.worker(demo.who, "nia").userId();
        amina = world.worker(demo.who, "amina").userId();
    }

    @AfterAll
    void close() {
        world.close();
    }

    private GroupMembers whole(Group group) {
        return demo.in(() -> demo.groups.whole(demo.who, group.groupId())).orElseThrow();
    }

    @Test
    void membersKeepTheirOrderAndAreListedOnce() {
        Group group = demo.group("Ordered", false, nia, amina, nia);
        assertThat(whole(group).userIds()).containsExactly(nia, amina);
        demo.in(() -> demo.groups.edit(demo.who, group.groupId(), wish -> wish.withUserIds(List.of(amina, nia))));
        assertThat(whole(group).userIds()).containsExactly(amina, nia);
    }

    @Test
    void anEditChangesWhatItSaysAndLeavesTheRest() {
        Group group = demo.group("Before", true, nia);
        Group after = demo.in(() -> demo.groups.edit(
                demo.who, group.groupId(), wish -> wish.withName("After").withMetadata(Map.of("lead", "Juma"))));
        assertThat(after.name()).isEqualTo("After");
        assertThat(after.caseSharing()).isTrue();
        assertThat(after.metadata()).containsEntry("lead", "Juma");
        assertThat(whole(group).userIds()).containsExactly(nia);
    }

    @Test
    void aNameIsTakenOnlyOnceButMayBeKept() {
        Group group = demo.group("Taken", false);
        assertRefused(() -> demo.group("Taken", true), "NAME_TAKEN");
        assertThat(other.group("Taken", false).name()).isEqualTo("Taken");
        Group kept = demo.in(() -> demo.groups.edit(demo.who, group.groupId(), wish -> wish.withReporting(false)));
        assertThat(kept.reporting()).isFalse();
    }

    @Test
    void onlyWorkersOfTheProjectAreMembers() {
        String stranger = world.worker(other.who, "stranger").userId();
        assertRefused(() -> demo.group("Strangers", false, nia, stranger), "USER_UNKNOWN");
        assertRefused(() -> demo.group("Nobody", false, "nobody"), "USER_UNKNOWN");
    }

    @Test
    void groupsOfAnotherProjectAreNotThere() {
        Group group = demo.group("Private", true, nia);
        assertThat(other.in(() -> other.groups.whole(other.who, group.groupId())))
                .isEmpty();
        assertThat(other.in(() -> other.groups.ofUsers(other.who, List.of(nia))))
                .isEmpty();
        assertRefused(() -> other.in(() -> other.groups.edit(other.who, group.groupId(), wish -> wish)), "NOT_FOUND");
        assertRefused(
                () -> other.in(() -> {
                    other.groups.delete(other.who, group.groupId());
                    return true;
                }),
                "NOT_FOUND");
    }

    @Test
    void whoIsSetIntoGroupsLeavesTheOthersAndKeepsHerPlace() {
        String user = world.worker(demo.who, "moved").userId();
        Group first = demo.group("First of set", false, user, nia);
        Group second = demo.group("Second of set", false, nia);
        Group third = demo.group("Third of set", false, user);
        demo.in(() -> world.transactions.write(tx -> {
            demo.groups.setOfUser(tx, demo.who, user, List.of(first.groupId(), second.groupId()));
            return true;
        }));
        assertThat(whole(first).userIds()).containsExactly(user, nia);
        assertThat(whole(second).userIds()).containsExactly(nia, user);
        assertThat(whole(third).userIds()).isEmpty();
        assertThat(demo.in(() -> demo.groups.ofUsers(demo.who, List.of(user))).get(user))
                .extracting(Group::name)
                .containsExactly("First of set", "Second of set");
        assertRefused(
                () -> demo.in(() -> world.transactions.write(tx -> {
                    demo.groups.setOfUser(tx, demo.who, user, List.of("no group"));
                    return true;
                })),
                "GROUP_UNKNOWN");
    }

    @Test
    void listsAndMembersArePagedByCursorAndCounted() {
        Organisation many = new Organisation(world, world.project("many", world.webUser("c@example.org")));
        List<String> users = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            users.add(world.worker(many.who, "w" + n).userId());
        }
        Group big = many.group("Alpha 0", false, users.toArray(String[]::new));
        for (int n = 1; n < 5; n++) {
            many.group("alpha " + n, false);
        }
        many.group("Beta", false);
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            GroupQuery query = new GroupQuery("ALPHA", new PageRequest(2, after, true));
            Page<Group> page = many.in(() -> many.groups.list(many.who, query));
            assertThat(page.total()).hasValue(5);
            page.items().forEach(group -> seen.add(group.name()));
            after = page.more() ? GroupQuery.cursor(page.items().getLast()) : "";
        } while (!after.isEmpty());
        assertThat(seen).containsExactly("Alpha 0", "alpha 1", "alpha 2", "alpha 3", "alpha 4");
        Page<GroupMember> first = members(many, big, new PageRequest(2, "", true));
        assertThat(first.total()).hasValue(5);
        assertThat(first.more()).isTrue();
        Page<GroupMember> rest =
                members(many, big, new PageRequest(9, first.items().getLast().cursor(), false));
        assertThat(rest.items()).extracting(GroupMember::userId).containsExactlyElementsOf(users.subList(2, 5));
    }

    private static Page<GroupMember> members(Organisation many, Group group, PageRequest page) {
        return Optional.ofNullable(many.in(() -> many.groups.members(many.who, List.of(group.groupId()), page))
                        .get(group.groupId()))
                .orElseThrow();
    }

    @Test
    void whatIsDoneIsOnRecord() {
        Group group = demo.group("Audited", false);
        demo.in(() -> {
            demo.groups.delete(demo.who, group.groupId());
            return true;
        });
        List<String> actions = demo.in(() -> world.transactions.read(tx -> tx.sql()
                .fetch("select action from identity.audit_event where subject_id = '" + group.groupId()
                        + "' order by event_id")
                .into(String.class)));
        assertThat(actions).containsExactly("group.created", "group.deleted");
    }

    private static void assertRefused(Runnable deed, String code) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}

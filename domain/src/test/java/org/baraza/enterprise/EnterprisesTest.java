// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.AlongsideMember;
import org.baraza.identity.Arrival;
import org.baraza.identity.MemberChange;
import org.baraza.identity.NewWebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Refused;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EnterprisesTest {
    private static final Arrival HERE = new Arrival("192.0.2.7", Arrival.Proof.SESSION);

    private final World world = new World();
    private final Enterprises enterprises = world.node.enterprises;
    private WebUser operator;
    private WebUser boss;
    private AccountAccess account;

    @BeforeEach
    void anAccount() {
        operator = world.webUser("operator@example.org");
        boss = person("boss@clinic.example");
        var made = enterprises.create(operator, " Clinics ", "Boss@clinic.example");
        assertThat(made.name()).isEqualTo("Clinics");
        account = enterprises.enter(boss, HERE, made.accountId()).orElseThrow();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private WebUser person(String email) {
        var made = world.node.webUsers.create(new NewWebUser(email, World.PASSWORD, "", "", false));
        return new WebUser(made.userId(), made.username(), false, Optional.empty());
    }

    private WebUser program(WebUser of) {
        return new WebUser(
                of.userId(), of.username(), of.canCreateProjects(), Optional.empty(), Optional.empty(), false);
    }

    @Test
    void onlyWhoRunsTheServerMakesOneAndSeesWhichThereAre() {
        assertThatThrownBy(() -> enterprises.create(boss, "Own", "boss@clinic.example"))
                .hasMessage("FORBIDDEN");
        assertThatThrownBy(() -> enterprises.all(boss)).hasMessage("FORBIDDEN");
        assertThatThrownBy(() -> enterprises.create(program(operator), "Own", "boss@clinic.example"))
                .hasMessage("FORBIDDEN");
        assertThatThrownBy(() -> enterprises.create(operator, "", "boss@clinic.example"))
                .hasMessage("NAME_INVALID");
        assertThatThrownBy(() -> enterprises.create(operator, "No", "nobody@clinic.example"))
                .hasMessage("ACCOUNT_UNKNOWN");
        assertThat(enterprises.all(operator)).extracting(Enterprise::name).containsExactly("Clinics");
    }

    @Test
    void itIsItsAdministratorsAlone() {
        assertThat(enterprises.enter(operator, HERE, account.accountId())).isEmpty();
        assertThat(enterprises.of(operator, HERE)).isEmpty();
        assertThat(enterprises.enter(program(boss), HERE, account.accountId())).isEmpty();
        assertThat(enterprises.of(boss, HERE)).extracting(Enterprise::name).containsExactly("Clinics");
    }

    @Test
    void administratorsAddOthersAndTheLastOneStays() {
        WebUser second = person("second@clinic.example");
        enterprises.addAdmin(account, "second@clinic.example");
        assertThatThrownBy(() -> enterprises.addAdmin(account, "second@clinic.example"))
                .hasMessage("ALREADY_ADMIN");
        enterprises.removeAdmin(account, boss.userId());
        assertThat(enterprises.enter(boss, HERE, account.accountId())).isEmpty();
        AccountAccess seconds =
                enterprises.enter(second, HERE, account.accountId()).orElseThrow();
        assertThatThrownBy(() -> enterprises.removeAdmin(seconds, second.userId()))
                .hasMessage("LAST_ADMIN");
        assertThatThrownBy(() -> enterprises.removeAdmin(seconds, "nobody")).hasMessage("NOT_FOUND");
    }

    @Test
    void aProjectIsClosedToEverybodyAndOpenedAgainByWhoAdministersItsAccountOrTheServer() {
        var access = world.project("closing", operator);
        enterprises.addAdmin(account, operator.username());
        var operating = enterprises.enter(operator, HERE, account.accountId()).orElseThrow();
        assertThatThrownBy(() -> world.node.activation.set(operating, "closing", false))
                .as("a project of no account")
                .hasMessage("PROJECT_UNKNOWN");
        enterprises.addProject(operating, HERE, "closing");
        var other = enterprises
                .enter(
                        operator,
                        HERE,
                        enterprises
                                .create(operator, "Other", operator.username())
                                .accountId())
                .orElseThrow();
        assertThatThrownBy(() -> world.node.activation.set(other, "closing", false))
                .as("a project of another account")
                .hasMessage("PROJECT_UNKNOWN");

        world.node.activation.set(account, "closing", false);
        assertThat(world.node.access.to(operator, "closing")).isEmpty();
        assertThat(world.node.projects.byName("closing")).isEmpty();
        assertThat(world.node.projects.byId(access.project())).isPresent();
        assertThat(enterprises.projects(account))
                .extracting(AccountProject::active)
                .containsExactly(false);
        assertThatThrownBy(() -> world.node.activation.set(boss, "closing", true))
                .hasMessage("FORBIDDEN");
        assertThatThrownBy(() -> world.node.activation.set(operator, "no-such", true))
                .hasMessage("PROJECT_UNKNOWN");

        world.node.activation.set(operator, "closing", true);
        assertThat(world.node.access.to(operator, "closing")).isPresent();
        assertThat(enterprises.projects(account))
                .extracting(AccountProject::active)
                .containsExactly(true);
    }

    @Test
    void aProjectComesByWhoAdministersBothAndIsOfOneAccount() {
        world.project("theirs", operator);
        assertThatThrownBy(() -> enterprises.addProject(account, HERE, "theirs"))
                .hasMessage("PROJECT_UNKNOWN");
        enterprises.addAdmin(account, operator.username());
        AccountAccess operating =
                enterprises.enter(operator, HERE, account.accountId()).orElseThrow();
        var vouchedFor = new Arrival("192.0.2.7", Arrival.Proof.SESSION, "", Optional.of(UUID.randomUUID()));
        assertThatThrownBy(() -> enterprises.addProject(operating, vouchedFor, "theirs"))
                .as("by an identity provider that the project does not trust")
                .hasMessage("PROJECT_UNKNOWN");
        enterprises.addProject(operating, HERE, "theirs");
        assertThat(enterprises.projects(account))
                .extracting(AccountProject::name)
                .containsExactly("theirs");
        var other = enterprises.create(operator, "Other", operator.username());
        AccountAccess others =
                enterprises.enter(operator, HERE, other.accountId()).orElseThrow();
        assertThatThrownBy(() -> enterprises.addProject(others, HERE, "theirs")).hasMessage("PROJECT_TAKEN");
        assertThatThrownBy(() -> enterprises.removeProject(others, "theirs")).hasMessage("PROJECT_UNKNOWN");
        enterprises.removeProject(account, "theirs");
        assertThat(enterprises.projects(account)).isEmpty();
    }

    @Test
    void membersOfTheSourceActInTheHeirsUnlessTheyWereKeptOut() {
        ProjectAccess source = world.project("source", operator);
        ProjectAccess heir = world.project("heir", operator);
        world.project("third", operator);
        WebUser member = person("member@clinic.example");
        world.in(source, () -> {
            world.node.members.put(source, member.username(), "Field Implementer");
            return true;
        });
        enterprises.addAdmin(account, operator.username());
        AccountAccess who =
                enterprises.enter(operator, HERE, account.accountId()).orElseThrow();
        for (String name : List.of("source", "heir", "third")) {
            enterprises.addProject(who, HERE, name);
        }
        enterprises.setInheritance(who, Optional.of("source"), List.of("heir"));
        assertThat(world.node.access.to(member, "heir")).hasValueSatisfying(access -> {
            assertThat(access.roleName()).isEqualTo("Field Implementer");
            assertThat(access.project()).isEqualTo(heir.project());
        });
        assertThat(world.node.access.to(member, "third")).isEmpty();
        assertThat(projectsOf(member)).containsExactly("heir", "source");
        assertThatThrownBy(() -> enterprises.removeProject(who, "source")).hasMessage("PROJECT_IS_SOURCE");
        world.in(heir, () -> {
            world.node.members.put(heir, member.username(), "Read Only");
            return true;
        });
        assertThat(world.node.access.to(member, "heir").orElseThrow().roleName())
                .isEqualTo("Read Only");
        remove(heir, heir, member);
        assertThat(world.node.access.to(member, "heir")).as("she was taken out").isEmpty();
        assertThat(projectsOf(member)).containsExactly("source");
        remove(heir, heir, member);
        assertThat(world.node.access.to(member, "heir")).as("and out again").isEmpty();
        let(heir, member);
        remove(heir, world.node.access.to(member, "heir").orElseThrow(), member);
        assertThat(world.node.access.to(member, "heir")).as("she left").isEmpty();
        let(heir, member);
        assertThat(world.node.access.to(member, "heir").orElseThrow().roleName())
                .isEqualTo("Read Only");
        WebUser apart = person("apart@clinic.example");
        world.in(heir, () -> {
            world.node.members.put(heir, apart.username(), "Read Only");
            return true;
        });
        remove(heir, heir, apart);
        assertThat(world.in(heir, () -> world.node.members.find(heir, apart.userId())))
                .as("who is nobody in the source is gone")
                .isEmpty();
        enterprises.setInheritance(who, Optional.empty(), List.of());
        assertThat(world.node.access.to(person("late@clinic.example"), "heir")).isEmpty();
        assertThatThrownBy(() -> enterprises.setInheritance(who, Optional.of("elsewhere"), List.of()))
                .isInstanceOf(Refused.class);
    }

    private List<String> projectsOf(WebUser person) {
        var query = new org.baraza.tenancy.ProjectQuery("", "", 10, true);
        return world.node.projects.ofMember(person.userId(), query).items().stream()
                .map(org.baraza.tenancy.Project::name)
                .toList();
    }

    private void remove(ProjectAccess project, ProjectAccess who, WebUser person) {
        world.in(project, () -> {
            world.node.members.remove(who, person.userId(), AlongsideMember.NOTHING);
            return true;
        });
    }

    private void let(ProjectAccess project, WebUser person) {
        world.in(project, () -> world.node.members.edit(project, person.userId(), List.of(new MemberChange.Let(true))));
    }

    @Test
    void everyChangeStandsInItsBook() {
        person("second@clinic.example");
        enterprises.addAdmin(account, "second@clinic.example");
        var first = enterprises.events(account, new PageRequest(1, "", true));
        assertThat(first.items()).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("admin.added");
            assertThat(event.actorName()).isEqualTo("boss@clinic.example");
            assertThat(event.detail()).containsEntry("username", "second@clinic.example");
        });
        assertThat(first.total()).hasValue(2);
        var next = enterprises.events(
                account, new PageRequest(1, first.items().getFirst().cursor(), false));
        assertThat(next.items()).extracting(AccountEvent::action).containsExactly("enterprise.created");
        assertThat(next.more()).isFalse();
    }
}

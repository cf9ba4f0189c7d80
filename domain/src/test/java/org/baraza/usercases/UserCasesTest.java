// SPDX-License-Identifier: Apache-2.0
package org.baraza.usercases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.CaseBookStore;
import org.baraza.cases.CaseNumberStore;
import org.baraza.cases.CaseNumbers;
import org.baraza.cases.CaseState;
import org.baraza.devices.DeviceLogs;
import org.baraza.forms.FormArchive;
import org.baraza.forms.FormIntake;
import org.baraza.forms.ServerForms;
import org.baraza.identity.Audit;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.NewMobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDirectory;
import org.baraza.identity.WorkerChange;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.problem.Refused;
import org.baraza.testing.FieldWork;
import org.baraza.testing.Node;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserCasesTest {
    private final World world = new World();
    private final FieldWork work = new FieldWork(world);
    private UserCases userCases;
    private UserCaseWork worker;
    private Node node;
    private ProjectAccess admin;
    private int projects;

    @BeforeAll
    void open() {
        userCases = new UserCases(world.transactions, new Audit(), () -> {});
        node = world.anotherNode(userCases);
        var numbers = new CaseNumbers(world.transactions, new CaseNumberStore());
        var books = new CaseBookStore(numbers);
        var changes = new ChangeLog(() -> {});
        var intake = intake(numbers, books, changes);
        worker = new UserCaseWork(
                world.transactions,
                new UserDirectory(world.transactions),
                new ServerForms(intake, world.clock),
                new FormArchive(world.transactions, books, changes, new Audit(), world.clock),
                world.clock);
    }

    private FormIntake intake(CaseNumbers numbers, CaseBookStore books, ChangeLog changes) {
        return new FormIntake(world.transactions, numbers, books, changes, new DeviceLogs(world.transactions));
    }

    @AfterAll
    void close() {
        world.close();
    }

    @BeforeEach
    void freshProject() {
        admin = world.project("user-cases-" + ++projects, world.webUser("u" + projects + "@example.org"));
    }

    private MobileWorker hire(String name) {
        return world.in(admin, () -> node.workers.create(admin, NewMobileWorker.named(name, World.PASSWORD)));
    }

    private void enable() {
        world.in(admin, () -> userCases.setEnabled(admin, true));
    }

    private int run() {
        return world.in(admin, worker::run);
    }

    private Optional<CaseState> caseOf(MobileWorker who) {
        String id = UserCase.idFor(who);
        return Optional.ofNullable(
                world.in(admin, () -> work.cases.find(admin, Set.of(id))).get(id));
    }

    private CaseState theCase(MobileWorker who) {
        return caseOf(who).orElseThrow();
    }

    private int steps(MobileWorker who) {
        String id = UserCase.idFor(who);
        return world.in(admin, () -> work.cases.history(admin, List.of(id), PageRequest.first(50))).values().stream()
                .mapToInt(page -> page.items().size())
                .sum();
    }

    @Test
    void whereTheyAreOffNobodyHasOne() {
        MobileWorker amina = hire("amina");
        assertThat(run()).isZero();
        assertThat(caseOf(amina)).isEmpty();
    }

    @Test
    void whenTheyAreSwitchedOnEverybodyGetsHersAndWhoComesLaterToo() {
        MobileWorker amina = hire("amina");
        enable();
        MobileWorker juma = hire("juma");
        assertThat(run()).isEqualTo(2);
        CaseState made = theCase(amina);
        assertThat(made.type()).isEqualTo("commcare-user");
        assertThat(made.ownerId()).isEqualTo(amina.userId());
        assertThat(made.externalId()).isEqualTo(amina.userId());
        assertThat(made.name()).isEqualTo("amina");
        assertThat(made.properties())
                .containsEntry("hq_user_id", amina.userId())
                .containsEntry("username", "amina");
        assertThat(caseOf(juma)).isPresent();
        assertThat(run()).isZero();
    }

    @Test
    void aChangeOfTheWorkerIsAChangeOfHerCaseAndNothingElseIs() {
        enable();
        MobileWorker amina = hire("amina");
        run();
        edit(
                amina,
                new WorkerChange.FirstName("Amina"),
                new WorkerChange.UserData(Map.of("village", "Ahero", "1st", "x")));
        run();
        assertThat(theCase(amina).name()).isEqualTo("Amina");
        assertThat(theCase(amina).properties())
                .containsEntry("village", "Ahero")
                .containsEntry("first_name", "Amina")
                .doesNotContainKey("1st");
        int before = steps(amina);
        edit(amina, new WorkerChange.Password("another-horse-8"));
        assertThat(run()).isOne();
        assertThat(steps(amina)).isEqualTo(before);
    }

    private void edit(MobileWorker who, WorkerChange... changes) {
        world.in(admin, () -> node.workers.edit(admin, who.userId(), List.of(changes)));
    }

    @Test
    void whoIsKeptOutHasAClosedCaseThatOpensWhenSheIsBack() {
        enable();
        MobileWorker amina = hire("amina");
        run();
        setActive(amina, false);
        run();
        assertThat(theCase(amina).closed()).isTrue();
        edit(amina, new WorkerChange.LastName("Juma"));
        run();
        setActive(amina, true);
        run();
        assertThat(theCase(amina).closed()).isFalse();
        assertThat(theCase(amina).properties()).containsEntry("last_name", "Juma");
    }

    private void setActive(MobileWorker who, boolean active) {
        world.in(admin, () -> node.workers.setActive(admin, who.userId(), active));
    }

    @Test
    void theCaseOfWhoIsDeletedIsClosed() {
        enable();
        MobileWorker amina = hire("amina");
        run();
        world.in(admin, () -> {
            node.workers.delete(admin, amina.userId());
            return true;
        });
        run();
        assertThat(theCase(amina).closed()).isTrue();
    }

    @Test
    void aChangeThatIsRolledBackMarksNobody() {
        enable();
        MobileWorker amina = hire("amina");
        run();
        assertThatThrownBy(() -> world.in(
                        admin,
                        () -> node.workers.edit(
                                admin, amina.userId(), List.of(new WorkerChange.FirstName("A")), (tx, made) -> {
                                    throw new IllegalStateException("broken off");
                                })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(run()).isZero();
    }

    @Test
    void aNodeThatDiedWhileItWorkedOnHerLosesHerToAnotherAfterAWhile() {
        enable();
        MobileWorker amina = hire("amina");
        world.in(
                admin,
                () -> world.transactions.write(tx -> tx.sql()
                        .execute(
                                "update usercases.due set claimed_until = ?::timestamptz",
                                world.clock.instant().plusSeconds(60).toString())));
        assertThat(run()).isZero();
        world.clock.pass(java.time.Duration.ofMinutes(2));
        assertThat(run()).isOne();
        assertThat(caseOf(amina)).isPresent();
    }

    @Test
    void aProfileThatChangesChangesTheCasesOfThoseWhoHaveIt() {
        enable();
        var level = new org.baraza.identity.UserDataField("level", "Level", false, List.of(), "", "");
        world.in(admin, () -> node.userData.replaceFields(admin, List.of(level)));
        var profile = world.in(admin, () -> node.userData.createProfile(admin, "nurse", Map.of("level", "1")));
        MobileWorker amina = hire("amina");
        edit(amina, new WorkerChange.UserData(Map.of("commcare_profile", profile.profileId())));
        run();
        assertThat(theCase(amina).properties()).containsEntry("level", "1");
        var changed = new org.baraza.identity.UserDataProfile(profile.profileId(), "nurse", Map.of("level", "2"));
        world.in(admin, () -> node.userData.updateProfile(admin, changed));
        assertThat(run()).isOne();
        assertThat(theCase(amina).properties()).containsEntry("level", "2");
    }

    @Test
    void onlyThoseWhoEditAppsSwitchThem() {
        var nobody = new ProjectAccess(admin.project(), admin.projectName(), admin.actor(), "None", Set.of());
        assertThatThrownBy(() -> world.in(nobody, () -> userCases.setEnabled(nobody, true)))
                .isInstanceOf(Refused.class);
    }
}

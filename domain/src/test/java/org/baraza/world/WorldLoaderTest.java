// SPDX-License-Identifier: Apache-2.0
package org.baraza.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.baraza.cases.CaseBookStore;
import org.baraza.cases.CaseNumberStore;
import org.baraza.cases.CaseNumbers;
import org.baraza.cases.CaseState;
import org.baraza.cases.Cases;
import org.baraza.forms.FormArchive;
import org.baraza.identity.Actor;
import org.baraza.identity.Audit;
import org.baraza.identity.Credentials;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.SignInResult;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.tenancy.Project;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Worlds of the vectors, in a database. */
final class WorldLoaderTest {
    private static final String AMINA = "c0000000-0000-4000-8000-000000000001";
    private static final String FATOU = "c0000000-0000-4000-8000-000000000006";
    private static final String VISIT = "f0000000-0000-4000-8000-000000000003";

    private static final World world = new World();
    private static String seed;
    private static WorldLoader loader;

    @BeforeAll
    static void load() throws IOException, InterruptedException {
        // somebody else has the name of an account, and a project of her own
        world.project("hers", world.webUser("admin@example.org"));
        try (InputStream file = WorldLoaderTest.class.getResourceAsStream("/vectors/rest/seed.json")) {
            seed = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
        var database = world.database.settings();
        loader = new WorldLoader(database.url(), database.owner(), Optional.of(world.vault));
        loader.load(seed);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static Actor.WebUser admin() {
        // what nodes knew of her before
        world.clock.pass(java.time.Duration.ofSeconds(5));
        var result = world.node.signIn.anywhere(new Credentials("admin@example.org", "Adm1n-passw0rd!"), "");
        assertThat(result).isInstanceOf(SignInResult.SignedIn.class);
        return (Actor.WebUser) ((SignInResult.SignedIn) result).actor();
    }

    private static ProjectAccess demo() {
        return world.node.access.to(admin(), "demo").orElseThrow();
    }

    private static CaseState read(String caseId) {
        ProjectAccess who = demo();
        return world.in(
                who, () -> new Cases(world.transactions).get(who, caseId).orElseThrow());
    }

    @Test
    void peopleComeInWithTheirPasswordsAndKeys() {
        assertThat(admin().userId()).isEqualTo("bbbbbbbb000000000000000000000001");
        assertThat(world.node.access.to(admin(), "hers")).isPresent();
        Project project = world.node.projects.byName("demo").orElseThrow();
        assertThat(world.node.signIn.at(project, new Credentials("ada", "Ada-passw0rd!"), ""))
                .isInstanceOf(SignInResult.SignedIn.class);
        assertThat(world.node.signIn.at(project, new Credentials("bakari", "Bakari-passw0rd!"), ""))
                .isInstanceOf(SignInResult.Deactivated.class);
        assertThat(world.node.apiKeys.signIn(new Credentials("editor@example.org", "2".repeat(40)), ""))
                .isInstanceOf(SignInResult.SignedIn.class);
        assertThat(world.node.security.allowsDigest(project.id())).isTrue();
    }

    @Test
    void timesAreThoseOfTheFile() {
        CaseState amina = read(AMINA);
        assertThat(amina.openedOn()).isEqualTo(Instant.parse("2024-01-05T21:30:00Z"));
        assertThat(amina.serverModifiedOn()).isEqualTo(Instant.parse("2024-01-10T08:00:02Z"));
        assertThat(amina.properties()).containsEntry("village", "Kibera");
    }

    @Test
    void whatWasDoneSinceIsUndoneByTheNextLoad() throws InterruptedException {
        int number = read(AMINA).caseNo();
        ProjectScope.run(
                demo().project(),
                () -> world.transactions.writing(tx -> tx.sql()
                        .execute("update cases.case_record set name = 'Another' where case_id = '" + AMINA + "'")));
        loader.load(seed);
        assertThat(read(AMINA).name()).isEqualTo("Amina");
        assertThat(read(AMINA).caseNo()).as("numbers are not given twice").isGreaterThan(number);
    }

    @Test
    void aCaseStaysWhatItIsWhenOneOfItsFormsIsTakenOut() throws InterruptedException {
        loader.load(seed);
        ProjectAccess who = demo();
        var books = new CaseBookStore(new CaseNumbers(world.transactions, new CaseNumberStore()));
        var archive = new FormArchive(world.transactions, books, new ChangeLog(() -> {}), new Audit(), world.clock);
        CaseState before = read(FATOU);
        ProjectScope.run(who.project(), () -> archive.archive(who, VISIT));
        CaseState after = read(FATOU);
        assertThat(after.deleted()).isFalse();
        assertThat(after.properties()).isEqualTo(before.properties());
        assertThat(after.name()).isEqualTo("Fatou");
        assertThat(after.modifiedOn()).isEqualTo(before.modifiedOn());
    }

    @Test
    void aKeyThatNobodyKnowsIsRefusedByName() {
        String wrong = seed.replaceFirst("\"display_name\"", "\"colour\"");
        assertThatThrownBy(() -> loader.load(wrong))
                .isInstanceOf(WorldRefused.class)
                .hasMessageContaining("colour")
                .hasMessageContaining("Domain");
    }

    @Test
    void aFileThatContradictsItselfChangesNothing() {
        String wrong = seed.replace("\"role\": \"Viewer\"", "\"role\": \"Nobody\"");
        assertThatThrownBy(() -> loader.load(wrong))
                .isInstanceOf(WorldRefused.class)
                .hasMessage("There is no role Nobody in demo.");
        assertThat(read(AMINA).name()).isEqualTo("Amina");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The house, and which way its stairs lead. Nothing points up.
 *
 * <pre>
 *   api        doors, controllers, wiring           openapi   frontend
 *    |  \
 *    |   graphql    schema and its controllers
 *    |    |
 *   capabilities (domain)      forms --> cases --> identity --> tenancy
 *    |                         forms --> devices, sync,   sync --> cases, identity, places
 *    |                         identity, devices and oauth --> vault,   devices and oauth --> identity
 *    |                         usercases --> forms, cases, identity
 *    |                         places and tables --> identity,   places, tables and sync --> fixtures
 *    |                         activity --> identity
 *    |                         enterprise --> identity, tenancy, vault
 *    |                         exchange --> apps, forms, cases, identity, places, tables, tenancy, mail, xml
 *    |                         all of them --> problem, paging, memory
 *    |                         claims --> forms, sync, cases, places, identity, xml
 *    |                         casework --> forms, cases, places, identity, xml
 *    |                         dictionary --> cases, identity,   exchange --> dictionary
 *    |                         apps --> dictionary, identity, xml, xpath   (its model, questions, compile, checks, compare are pure)
 *    |                         openrosa --> xml, xpath --> xml     (they know no capability)
 *    |                         cases --> xpath    (queries of programs),   forms, cases --> places    (who may see which)
 *    |                         forwarding --> forms, cases, identity, egress, mail, vault,   egress --> identity
 *    |                         idempotency    (knows no other)
 *   persistence   postgres, tenancy, changes, blobs, crash, schema (generated)
 *    |
 *   db            changelogs
 * </pre>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArchitectureTest {
    private static final String[] CAPABILITIES = {
        "org.baraza.apps..",
        "org.baraza.activity..",
        "org.baraza.cases..",
        "org.baraza.casework..",
        "org.baraza.claims..",
        "org.baraza.devices..",
        "org.baraza.dictionary..",
        "org.baraza.enterprise..",
        "org.baraza.egress..",
        "org.baraza.exchange..",
        "org.baraza.fixtures..",
        "org.baraza.forms..",
        "org.baraza.forwarding..",
        "org.baraza.idempotency..",
        "org.baraza.identity..",
        "org.baraza.memory..",
        "org.baraza.oauth..",
        "org.baraza.openrosa..",
        "org.baraza.paging..",
        "org.baraza.places..",
        "org.baraza.problem..",
        "org.baraza.sync..",
        "org.baraza.tables..",
        "org.baraza.tenancy..",
        "org.baraza.usercases..",
        "org.baraza.vault..",
        "org.baraza.xml..",
        "org.baraza.xpath.."
    };

    /** Whose tables each capability may read beside its own: those of the packages that it may call. */
    private static final Map<String, Set<String>> TABLES_OF_OTHERS = Map.ofEntries(
            Map.entry("forwarding", Set.of("cases", "forms")),
            // A door asks which providers a project trusts, and whose members act in it, at every request.
            Map.entry("identity", Set.of("enterprise", "tenancy")),
            // Exports say of each step of a case which form it was, by one statement.
            Map.entry("cases", Set.of("forms")),
            // Claims are cases; searches read cases by what is in them.
            Map.entry("claims", Set.of("cases")),
            // The dictionary learns what cases have.
            Map.entry("dictionary", Set.of("cases")),
            // Devices are found by the names of workers; keys of deleted workers go after a while.
            Map.entry("devices", Set.of("identity")),
            // Forms are found by the cases that they touched.
            Map.entry("forms", Set.of("cases")),
            // Whoever is put into a group or to a place must be a worker of the project.
            Map.entry("places", Set.of("identity")),
            Map.entry("sync", Set.of("cases", "identity")),
            // The projects of a member are one list, by one statement; membership decides which rows there are.
            Map.entry("tenancy", Set.of("enterprise", "identity")),
            // Who has an account is due, and the case about her is compared with what she is.
            Map.entry("usercases", Set.of("cases", "identity")),
            // The projects of an account are listed by their names.
            Map.entry("enterprise", Set.of("tenancy")));

    private final JavaClasses house = House.classes();

    @Test
    void nothingPointsUp() {
        noClasses()
                .that()
                .resideInAnyPackage(CAPABILITIES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.baraza.api..", "org.baraza.graphql..")
                .because("rules must not know who asks")
                .check(house);
        noClasses()
                .that()
                .resideInAPackage("org.baraza.graphql..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.baraza.api..")
                .because("the GraphQL API is one of the things that the application serves")
                .check(house);
        noClasses()
                .that()
                .resideInAPackage("org.baraza.persistence..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.baraza..")
                        .and(DescribedPredicate.not(resideInAnyPackage("org.baraza.persistence.."))))
                .because("what every capability stands on knows none of them")
                .check(house);
    }

    @Test
    void xmlAndTheWordsOfDevicesStandAlone() {
        noClasses()
                .that()
                .resideInAPackage("org.baraza.xml..")
                .should()
                .dependOnClassesThat(oursOutside("org.baraza.xml.."))
                .because("a parser that knows nothing can be trusted with anything")
                .check(house);
        noClasses()
                .that()
                .resideInAPackage("org.baraza.openrosa..")
                .should()
                .dependOnClassesThat(oursOutside("org.baraza.openrosa..", "org.baraza.xml.."))
                .because("the protocol is a pure function of bytes")
                .check(house);
        noClasses()
                .that()
                .resideInAPackage("org.baraza.xpath..")
                .should()
                .dependOnClassesThat(oursOutside("org.baraza.xpath..", "org.baraza.xml.."))
                .because("an expression means the same wherever it is evaluated")
                .check(house);
    }

    @Test
    void appsAreReadCompiledAndCheckedByPureFunctions() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.baraza.apps.model..",
                        "org.baraza.apps.questions..",
                        "org.baraza.apps.compile..",
                        "org.baraza.apps.checks..",
                        "org.baraza.apps.compare..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.jooq..", "org.baraza.persistence..")
                        .or(describe(
                                "tell the time",
                                type -> type.getFullName().equals("java.time.Clock")
                                        || type.getFullName().equals("java.time.Instant"))))
                .because(
                        "the same app must make the same files, and a document and an assertion must be enough to test it")
                .check(house);
    }

    private static DescribedPredicate<JavaClass> oursOutside(String... packages) {
        return resideInAnyPackage("org.baraza..").and(DescribedPredicate.not(resideInAnyPackage(packages)));
    }

    @Test
    void capabilitiesKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(CAPABILITIES)
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework..", "jakarta..", "graphql..")
                        .and(DescribedPredicate.not(resideInAnyPackage("org.springframework.modulith.."))))
                .because("rules outlive frameworks, and their tests need none")
                .check(house);
    }

    @Test
    void capabilitiesCallOnlyWhatTheySayTheyCall() {
        ApplicationModules.of("org.baraza", new House.Capabilities()).verify();
        slices().matching("org.baraza.(*)..")
                .should()
                .beFreeOfCycles()
                .because("what cannot be taken apart cannot be understood alone")
                .check(house);
    }

    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that(resideInAnyPackage("org.baraza..")
                        .and(DescribedPredicate.not(resideInAnyPackage("org.baraza.persistence..")))
                        .and(describe("are no stores, nor the rows that the stores of a package share", type -> {
                            String name = outermost(type).getSimpleName();
                            return !name.endsWith("Store") && !name.endsWith("Rows");
                        })))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jooq..")
                .because("SQL is visible where it runs, and rules are not mixed with it")
                .check(house);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    @Test
    void storesReadOnlyTheirOwnTablesAndThoseOfPackagesTheyMayCall() {
        for (String capability : Set.of(
                "cases",
                "claims",
                "devices",
                "activity",
                "enterprise",
                "exchange",
                "forms",
                "forwarding",
                "idempotency",
                "identity",
                "oauth",
                "places",
                "products",
                "sync",
                "tables",
                "tenancy",
                "usercases")) {
            Set<String> own = new TreeSet<>(TABLES_OF_OTHERS.getOrDefault(capability, Set.of()));
            own.add(capability);
            String[] allowed = own.stream().map(ArchitectureTest::schema).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.baraza." + capability + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("org.baraza.persistence.schema..")
                            .and(DescribedPredicate.not(resideInAnyPackage(allowed))))
                    .because("whoever owns a table alone can keep its promises")
                    .check(house);
        }
    }

    private static String schema(String capability) {
        return "org.baraza.persistence.schema." + capability + "..";
    }

    @Test
    void connectionsAreOpenedByPersistenceAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.baraza.persistence.tenancy",
                        "org.baraza.persistence.postgres",
                        "org.baraza.persistence.changes")
                // Asks whether a connection is alive, and nothing through it.
                .and()
                .doNotHaveSimpleName("DatabaseHealth")
                .should()
                .callMethodWhere(describe(
                        "opens a connection",
                        call -> call.getTarget().getName().equals("getConnection")
                                && call.getTargetOwner().getPackageName().matches("java.*sql.*|com\\.zaxxer.*")))
                .because("a transaction that does not say its project first sees nothing, or worse")
                .check(house);
    }

    @Test
    void onlyTransactionsSayWhichProjectTheyAreOf() {
        assertThat(SourceFiles.all()
                        .filter(SourceFiles::isDeliveredJava)
                        // Measures what a bare database takes, so it speaks to one without us.
                        .filter(file -> !file.startsWith("bench"))
                        .filter(file -> SourceFiles.text(file).contains("set_config"))
                        .map(Object::toString))
                .allMatch(file -> file.contains("org/baraza/persistence/tenancy/"));
    }

    @Test
    void parsersAreMadeInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.baraza.xml.XmlParsers")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javax.xml.parsers..", "org.xml.sax..", "javax.xml.transform..")
                        .or(describe(
                                "make parsers",
                                type -> type.getSimpleName().endsWith("InputFactory")
                                        || type.getSimpleName().equals("XMLInputFactory2"))))
                .because("one forgotten setting lets a document read files")
                .check(house);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .that()
                .resideOutsideOfPackage("org.baraza.persistence.schema..")
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Helpers|Util|Utils|Impl|DTO|Dto)")
                .because("such a name is what one writes before knowing what the thing is")
                .check(house);
    }

    @Test
    void everyPackageSaysThatNothingIsNull() {
        Stream<String> careless = house.stream()
                .filter(type -> !type.getPackageName().startsWith("org.baraza.persistence.schema"))
                .filter(type -> !type.getPackageName().startsWith("org.baraza.openapi"))
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(found -> found.getName());
        assertThat(careless).isEmpty();
    }
}

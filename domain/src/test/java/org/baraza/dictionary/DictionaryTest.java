// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.baraza.identity.Audit;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.testing.FieldWork;
import org.baraza.testing.FormXml;
import org.baraza.testing.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DictionaryTest {
    private final World world = new World();
    private final FieldWork work = new FieldWork(world);
    private final Dictionary dictionary = new Dictionary(world.transactions, work.cases, new Audit(), world.clock);
    private ProjectAccess admin;

    @BeforeAll
    void aProject() {
        admin = world.project("demo", world.webUser("admin@example.org"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    private ProjectAccess project(String name) {
        return world.project(name, world.webUser(name + "@example.org"));
    }

    private DescribedType type(ProjectAccess who, String name) {
        return world.in(who, () -> dictionary.type(who, name)).orElseThrow();
    }

    private static List<String> names(DescribedType type) {
        return type.properties().stream().map(CaseProperty::name).toList();
    }

    private void change(ProjectAccess who, DictionaryChange change) {
        world.in(who, () -> {
            dictionary.change(who, change);
            return true;
        });
    }

    private static DictionaryChange.Property property(String name, @Nullable String label, @Nullable String group) {
        return new DictionaryChange.Property("mother", name, label, null, group, null, null, null, false, null, null);
    }

    private static DictionaryChange of(DictionaryChange.Property... properties) {
        return new DictionaryChange(List.of(), List.of(properties));
    }

    @Test
    void whatCasesHaveIsLearnedWhenSomebodyLooks() {
        ProjectAccess who = project("data");
        work.submit(
                who, FormXml.visit("f1", "u").creates("c1", "mother", "A", "u").updates("c1", "weight", "50"));
        assertThat(world.in(who, () -> dictionary.types(who, new TypeQuery("", false, PageRequest.first(10))))
                        .items())
                .extracting(CaseType::name)
                .containsExactly("mother");
        assertThat(names(type(who, "mother"))).containsExactly("weight");
        assertThat(type(who, "mother").safeToDelete()).isFalse();
        work.submit(who, FormXml.visit("f2", "u").updates("c1", "height", "150"));
        assertThat(names(type(who, "mother"))).containsExactly("weight");
        world.clock.pass(Duration.ofMinutes(2));
        assertThat(names(type(who, "mother"))).containsExactly("weight", "height");
        assertThat(type(who, "mother").properties()).allMatch(CaseProperty::inData);
    }

    @Test
    void whatCasesHaveIsDeprecatedAndNotDeleted() {
        ProjectAccess who = project("kept");
        work.submit(
                who, FormXml.visit("f3", "u").creates("c1", "mother", "A", "u").updates("c1", "weight", "50"));
        type(who, "mother");
        assertThat(codeOf(() -> world.in(who, () -> {
                    dictionary.delete(who, "mother");
                    return true;
                })))
                .isEqualTo("CASE_TYPE_IN_USE");
        assertThat(codeOf(() -> change(
                        who,
                        of(new DictionaryChange.Property(
                                "mother", "weight", null, null, null, null, null, null, true, null, null)))))
                .isEqualTo("PROPERTY_IN_USE");
        world.in(who, () -> dictionary.setDeprecated(who, "mother", true));
        assertThat(type(who, "mother").properties()).allMatch(CaseProperty::deprecated);
        assertThat(world.in(who, () -> dictionary.types(who, new TypeQuery("", false, PageRequest.first(10))))
                        .items())
                .isEmpty();
        assertThat(world.in(who, () -> dictionary.deprecatedTypes(who))).containsExactly("mother");
    }

    @Test
    void groupsAreMadeByNameOrderedRenamedAndTakenAway() {
        ProjectAccess who = project("groups");
        change(
                who,
                new DictionaryChange(
                        List.of(
                                new DictionaryChange.Group("mother", null, "Second", 1, null, null),
                                new DictionaryChange.Group("mother", null, "First", 0, "Of her", null)),
                        List.of(
                                property("loose", null, null),
                                property("b", "B", "Second"),
                                property("a", "A", "First"))));
        assertThat(names(type(who, "mother"))).containsExactly("a", "b", "loose");
        PropertyGroup first = type(who, "mother").groups().getFirst();
        assertThat(first.description()).isEqualTo("Of her");
        change(
                who,
                new DictionaryChange(
                        List.of(new DictionaryChange.Group("mother", first.number(), "Herself", null, null, null)),
                        List.of()));
        assertThat(type(who, "mother").property("a").map(CaseProperty::group)).contains("Herself");
        assertThat(codeOf(() -> change(
                        who,
                        new DictionaryChange(
                                List.of(new DictionaryChange.Group(
                                        "mother", first.number(), "Second", null, null, null)),
                                List.of(property("c", null, null))))))
                .isEqualTo("GROUP_TAKEN");
        assertThat(type(who, "mother").property("c")).isEmpty();
        world.in(who, () -> {
            dictionary.deleteGroup(who, "mother", first.number());
            return true;
        });
        assertThat(type(who, "mother").property("a").map(CaseProperty::group)).contains("");
    }

    @Test
    void nothingOfAChangeIsDoneWhenOnePartOfItIsWrong() {
        ProjectAccess who = project("atomic");
        assertThat(codesOf(() -> change(who, of(property("good", "Good", null), property("two words", null, null)))))
                .containsExactly("PROPERTY_INVALID");
        assertThat(codesOf(() -> change(
                        who,
                        of(new DictionaryChange.Property(
                                "mother",
                                "p",
                                null,
                                null,
                                null,
                                null,
                                DataType.SELECT,
                                null,
                                false,
                                List.of(new AllowedValue("x", ""), new AllowedValue("x", "")),
                                null)))))
                .containsExactly("VALUE_TWICE");
        assertThat(world.in(who, () -> dictionary.type(who, "mother"))).isEmpty();
    }

    @Test
    void aTypeBecomesAResourceOfFhirAndItsPropertiesElements() {
        ProjectAccess who = project("fhir");
        change(
                who,
                of(new DictionaryChange.Property(
                        "mother", "dob", null, null, null, null, DataType.DATE, null, false, null, " birthDate ")));
        change(
                who,
                of(new DictionaryChange.Property(
                        "child", "dob", null, null, null, null, null, null, false, null, "birthDate")));
        assertThat(world.in(who, dictionary::resources)).isEmpty();
        world.in(who, () -> dictionary.describe(who, "mother", "", "Patient"));
        world.in(who, () -> dictionary.describe(who, "mother", "Expects a child", null));
        assertThat(world.in(who, dictionary::resources)).singleElement().satisfies(type -> {
            assertThat(type.type()).isEqualTo(new CaseType("mother", "Expects a child", false, "Patient"));
            assertThat(type.property("dob").orElseThrow().fhirPath()).isEqualTo("birthDate");
        });
        change(
                who,
                of(new DictionaryChange.Property(
                        "mother", "dob", "Born", null, null, null, null, null, false, null, null)));
        assertThat(type(who, "mother").property("dob").orElseThrow().fhirPath()).isEqualTo("birthDate");
        assertThat(codesOf(() -> world.in(who, () -> dictionary.describe(who, "mother", "", "patient?"))))
                .containsExactly("RESOURCE_INVALID");
        assertThat(codesOf(() -> change(who, of(path("name..given"))))).containsExactly("PATH_INVALID");
        assertThat(codesOf(() -> change(who, of(path("resourceType"))))).containsExactly("PATH_TAKEN");
        assertThat(codesOf(() -> change(who, of(path("identifier"))))).containsExactly("PATH_TAKEN");
        change(who, of(path("identifier[0].value")));
    }

    private static DictionaryChange.Property path(String path) {
        return new DictionaryChange.Property("mother", "dob", null, null, null, null, null, null, false, null, path);
    }

    @Test
    void placesHaveBoundsAndLeaveRoomBehindThem() {
        ProjectAccess who = project("places");
        assertThat(codesOf(() -> change(who, of(at("p", Integer.MAX_VALUE))))).containsExactly("PLACE_INVALID");
        assertThat(codesOf(() -> change(
                        who,
                        new DictionaryChange(
                                List.of(new DictionaryChange.Group("mother", null, "G", -1, null, null)), List.of()))))
                .containsExactly("PLACE_INVALID");
        change(who, of(at("last", DictionaryRules.LAST_PLACE), at("behind", null)));
        learn(who, "mother", "learned");
        assertThat(names(type(who, "mother"))).containsExactlyInAnyOrder("last", "behind", "learned");
        assertThat(type(who, "mother").properties()).allMatch(one -> one.place() == DictionaryRules.LAST_PLACE);
    }

    private static DictionaryChange.Property at(String name, @Nullable Integer place) {
        return new DictionaryChange.Property("mother", name, null, place, null, null, null, null, false, null, null);
    }

    private void learn(ProjectAccess who, String type, String property) {
        Vocabulary words = new Vocabulary();
        words.add(type, List.of(property));
        learn(who, words);
    }

    private void learn(ProjectAccess who, Vocabulary words) {
        world.in(who, () -> {
            world.transactions.writing(tx -> new Learning().ofApp(tx, who.project(), words));
            return true;
        });
    }

    @Test
    void aProjectHasSoManyTypesAndNoMore() {
        ProjectAccess who = project("full");
        Vocabulary words = new Vocabulary();
        for (int number = 0; number < DictionaryRules.MOST_TYPES; number++) {
            words.add("type-" + number, List.of());
        }
        learn(who, words);
        assertThat(codesOf(() -> world.in(who, () -> dictionary.create(who, "more", ""))))
                .containsExactly("TOO_MANY");
        assertThat(codesOf(() -> change(who, of(property("p", null, null))))).containsExactly("TOO_MANY");
        assertThat(codeOf(() -> world.in(who, () -> dictionary.create(who, "type-1", ""))))
                .isEqualTo("CASE_TYPE_TAKEN");
    }

    @Test
    void datesAndChoicesAreCheckedAndNothingElse() {
        CaseProperty date = described(DataType.DATE, List.of());
        assertThat(date.admits("2026-02-28")).isTrue();
        assertThat(date.admits("2026-02-30")).isFalse();
        assertThat(date.admits("28/02/2026")).isFalse();
        CaseProperty choice = described(DataType.SELECT, List.of(new AllowedValue("yes", "")));
        assertThat(choice.admits("yes")).isTrue();
        assertThat(choice.admits("Yes")).isFalse();
        assertThat(choice.admits("")).isTrue();
        assertThat(described(DataType.SELECT, List.of()).admits("anything")).isTrue();
        assertThat(described(DataType.NUMBER, List.of()).admits("many")).isTrue();
    }

    private static CaseProperty described(DataType type, List<AllowedValue> allowed) {
        return new CaseProperty(1, "p", "", "", type, false, "", 0, allowed, "", false);
    }

    @Test
    void eachPermissionOpensWhatItIsFor() {
        ProjectAccess viewer = with(Permission.VIEW_DATA_DICT);
        ProjectAccess builder = with(Permission.EDIT_APPS);
        ProjectAccess editor = with(Permission.EDIT_DATA_DICT);
        ProjectAccess none = with(Permission.EDIT_DATA);
        for (ProjectAccess reader : List.of(viewer, builder, editor)) {
            assertThat(world.in(admin, () -> dictionary.type(reader, "nothing")))
                    .isEmpty();
        }
        assertThat(codeOf(() -> world.in(admin, () -> dictionary.type(none, "nothing"))))
                .isEqualTo("FORBIDDEN");
        assertThat(codeOf(() -> world.in(admin, () -> dictionary.create(viewer, "t", ""))))
                .isEqualTo("FORBIDDEN");
        assertThat(world.in(admin, () -> dictionary.create(editor, "t", "")).name())
                .isEqualTo("t");
    }

    private ProjectAccess with(Permission permission) {
        return new ProjectAccess(admin.project(), admin.projectName(), admin.actor(), "Some", EnumSet.of(permission));
    }

    private static String codeOf(Runnable work) {
        return problemOf(work).map(Problem::code).orElse("none");
    }

    private static List<String> codesOf(Runnable work) {
        return problemOf(work)
                .map(problem -> ((Problem.Invalid) problem)
                        .errors().stream().map(Problem.FieldError::code).toList())
                .orElse(List.of());
    }

    private static Optional<Problem> problemOf(Runnable work) {
        Problem[] problem = new Problem[1];
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refused.class, refused -> problem[0] = refused.problem());
        return Optional.ofNullable(problem[0]);
    }
}

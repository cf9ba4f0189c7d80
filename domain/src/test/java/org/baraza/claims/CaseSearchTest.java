// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baraza.claims.SearchSettings.FuzzyProperty;
import org.baraza.claims.SearchSettings.IgnoredPattern;
import org.baraza.identity.Audit;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Refused;
import org.baraza.testing.FieldWork;
import org.baraza.testing.FormXml;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseSearchTest {
    private final World world = new World();
    private final FieldWork work = new FieldWork(world);
    private final CaseSearch search = new CaseSearch(world.transactions, work.cases);
    private final SearchConfiguration configuration =
            new SearchConfiguration(world.transactions, new Audit(), world.clock);
    private ProjectAccess admin;

    @BeforeAll
    void families() {
        admin = world.project("search", world.webUser("admin@example.org"));
        submit(FormXml.visit("f-1", "u-1")
                .creates("h-1", "household", "Wafula", "u-1")
                .updates("h-1", "village", "Kisima")
                .creates("h-2", "household", "Njeri", "u-2")
                .updates("h-2", "village", "Shimoni"));
        submit(FormXml.visit("f-2", "u-1")
                .creates("asha", "person", "Asha", "u-1")
                .updates("asha", "dob", "1990-05-01")
                .updates("asha", "phone", "0700-111 222")
                .updates("asha", "n", "10")
                .links("asha", "parent", "household", "h-1"));
        submit(FormXml.visit("f-3", "u-2")
                .creates("juma", "person", "Juma", "u-2")
                .updates("juma", "dob", "2001-12-31")
                .updates("juma", "n", "9")
                .updates("juma", "doctor", "asha h-2")
                .links("juma", "parent", "household", "h-2"));
        submit(FormXml.visit("f-4", "u-2")
                .creates("baby", "person", "Zawadi", "-")
                .updates("baby", "n", "x")
                .updates("baby", "dob", "")
                .links("baby", "parent", "person", "asha"));
        submit(FormXml.visit("f-5", "u-2")
                .creates("gone", "person", "Asha", "u-2")
                .closes("gone"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void openCasesOfTheTypesAreFoundWhoeverOwnsThem() {
        assertThat(ids()).containsExactlyInAnyOrder("asha", "juma", "baby");
        assertThat(ids("case_type=household")).containsExactlyInAnyOrder("asha", "juma", "baby", "h-1", "h-2");
    }

    @Test
    void valuesNamesAndMissingValues() {
        assertThat(ids("name=Asha")).containsExactly("asha");
        assertThat(ids("name=asha")).isEmpty();
        assertThat(ids("n=10", "n=9")).containsExactlyInAnyOrder("asha", "juma");
        assertThat(ids("n=10", "name=Juma")).isEmpty();
        assertThat(ids("phone=")).containsExactlyInAnyOrder("juma", "baby");
        assertThat(ids("dob=", "dob=1990-05-01")).containsExactlyInAnyOrder("asha", "baby");
        assertThat(ids("case_id=juma")).containsExactly("juma");
        assertThat(ids("never set=1", "n=\"")).isEmpty();
    }

    @Test
    void ranges() {
        assertThat(ids("dob=__range__1990-05-01__2001-12-31")).containsExactlyInAnyOrder("asha", "juma");
        assertThat(ids("dob=__range__1990-05-02__2001-12-30")).isEmpty();
        assertThat(ids("dob=__range__2001-01-01__2002-01-01", "dob=")).containsExactlyInAnyOrder("juma", "baby");
        assertThat(ids("date_opened=__range__2026-01-01__2026-12-31")).hasSize(3);
    }

    @Test
    void ancestorsLinksAndOwners() {
        assertThat(ids("parent/village=Kisima")).containsExactly("asha");
        assertThat(ids("parent/parent/village=Kisima")).containsExactly("baby");
        assertThat(ids("parent/name=Wafula", "parent/name=Asha")).containsExactlyInAnyOrder("asha", "baby");
        assertThat(ids("indices.parent=h-2")).containsExactly("juma");
        assertThat(ids("owner_id=u-2")).containsExactly("juma");
        assertThat(ids("commcare_blacklisted_owner_ids=u-1 u-2")).containsExactly("baby");
    }

    @Test
    void queriesAreAndedWithWhatElseIsAsked() {
        assertThat(ids("_xpath_query=n > 5 and dob < '2000-01-01'")).containsExactly("asha");
        assertThat(ids("_xpath_query=n > 5", "_xpath_query=n < 10")).containsExactly("juma");
        assertThat(ids("_xpath_query=subcase-exists('parent', name = 'Zawadi')"))
                .containsExactly("asha");
        assertThat(ids("owner_id=u-2", "_xpath_query=parent/village = 'Kisima'"))
                .isEmpty();
    }

    @Test
    void answersComeInTheWantedOrder() {
        assertThat(ids("commcare_sort=-name")).containsExactly("baby", "juma", "asha");
        assertThat(ids("commcare_sort=n")).containsExactly("asha", "juma", "baby");
        assertThat(ids("commcare_sort=n:integer")).containsExactly("juma", "asha", "baby");
        assertThat(ids("commcare_sort=-dob:date")).containsExactly("juma", "asha", "baby");
    }

    @Test
    void relatedCasesComeAlongMarked() {
        assertThat(find("name=Juma", "x_commcare_custom_related_case_property=doctor")
                        .cases())
                .extracting(found -> found.state().caseId() + found.related())
                .containsExactly("jumafalse", "h-2true", "ashatrue");
        assertThat(ids("name=Asha", "x_commcare_include_all_related_cases=true"))
                .containsExactly("asha", "h-1", "baby");
    }

    @Test
    void namedCasesComeWithTheirWholeHierarchy() {
        assertThat(world.in(admin, () -> search.named(admin, List.of("household"), List.of("h-1")))
                        .cases())
                .extracting(found -> found.state().caseId())
                .containsExactly("h-1", "asha", "baby");
        assertThatThrownBy(() -> world.in(admin, () -> search.named(admin, List.of("person"), List.of("h-1"))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        world.in(admin, () -> search.named(admin, List.of("person"), List.of("asha", "nobody"))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aProjectMayFindMisspelledWordsAndIgnoreWhatPeopleWriteDifferently() {
        configure(new SearchSettings(
                true,
                List.of(new FuzzyProperty("person", "name"), new FuzzyProperty("person", "parent/name")),
                List.of(new IgnoredPattern("person", "phone", "[- ]"))));
        try {
            assertThat(ids("name=Zawedi")).containsExactly("baby");
            assertThat(find("name=Zawedi").cases().getFirst().score()).isEqualTo("0.5");
            assertThat(find("name=Zawadi").cases().getFirst().score()).isEqualTo("1.0");
            assertThat(ids("name=Jma", "name=Zawedi")).containsExactlyInAnyOrder("baby", "juma");
            assertThat(ids("name=Jo")).isEmpty();
            assertThat(ids("parent/name=wafla")).containsExactly("asha");
            assertThat(ids("phone=0700111-222")).containsExactly("asha");
        } finally {
            configure(SearchSettings.DEFAULT);
        }
        assertThat(ids("name=Zawedi")).isEmpty();
        assertThat(ids("phone=0700111222")).isEmpty();
    }

    @Test
    void atMostFiveHundredComeAndTheAnswerSaysThatThereAreMore() {
        FormXml many = FormXml.visit("many", "u-1");
        for (int n = 0; n < 501; n++) {
            many.creates("seed-" + n, "seed", "Seed " + n, "u-1");
        }
        submit(many);
        FoundCases first = find("case_type=seed", "owner_id=u-1", "commcare_sort=-case_type");
        assertThat(first.cases()).hasSize(500);
        assertThat(first.more()).isTrue();
        assertThat(find("name=Asha").more()).isFalse();
    }

    @Test
    void searchCanBeSwitchedOff() {
        configure(new SearchSettings(false, List.of(), List.of()));
        try {
            assertThatThrownBy(() -> ids())
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("CASE_SEARCH_DISABLED"));
        } finally {
            configure(SearchSettings.DEFAULT);
        }
    }

    @Test
    void whatIsNoRegularExpressionIsRefusedAndChangesNothing() {
        assertThatThrownBy(() -> configure(
                        new SearchSettings(false, List.of(), List.of(new IgnoredPattern("person", "n", "(")))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("BAD_PATTERN"));
        assertThat(world.in(admin, () -> configuration.get(admin))).isEqualTo(SearchSettings.DEFAULT);
    }

    private void configure(SearchSettings settings) {
        world.in(admin, () -> configuration.update(admin, settings));
    }

    private List<String> ids(String... parameters) {
        return find(parameters).cases().stream()
                .map(found -> found.state().caseId())
                .toList();
    }

    private FoundCases find(String... parameters) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("case_type", List.of("person"));
        Arrays.stream(parameters)
                .map(text -> text.split("=", 2))
                .forEach(parts -> all.merge(
                        parts[0],
                        List.of(parts[1]),
                        (before, more) -> java.util.stream.Stream.concat(before.stream(), more.stream())
                                .toList()));
        return world.in(admin, () -> search.search(admin, SearchParameters.read(all, world.clock)));
    }

    private void submit(FormXml form) {
        work.submit(admin, form);
    }
}

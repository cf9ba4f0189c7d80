// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.baraza.cases.CaseCondition.Matches;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Refused;
import org.baraza.testing.FieldWork;
import org.baraza.testing.FormXml;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries in the case search language find the cases that they describe, in this project and no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseQueriesTest {
    private final World world = new World();
    private final FieldWork work = new FieldWork(world);
    private final CaseLists lists = new CaseLists(world.transactions);
    private ProjectAccess demo;

    @BeforeAll
    void families() {
        demo = world.project("demo", world.webUser("admin@example.org"));
        ProjectAccess other = world.project("other", world.webUser("other@example.org"));
        for (ProjectAccess project : List.of(demo, other)) {
            work.submit(
                    project,
                    FormXml.visit("f-1", "u-1")
                            .creates("h1", "household", "Wafula", "u-1")
                            .updates("h1", "village", "Kisima")
                            .updates("h1", "gps", "-1.2921 36.8219 1795 10")
                            .creates("h2", "household", "Njeri", "u-2")
                            .updates("h2", "village", "Shimoni")
                            .updates("h2", "gps", "-4.6500 39.3833")
                            .creates("h3", "household", "Empty House", "-")
                            .updates("h3", "gps", "somewhere")
                            .creates("asha", "person", "Asha Otieno", "u-1")
                            .updates("asha", "external_id", "E-1")
                            .updates("asha", "dob", "1990-05-01")
                            .updates("asha", "n", "10")
                            .updates("asha", "signs", "fever Cough")
                            .links("asha", "parent", "household", "h1")
                            .creates("juma", "person", "Juma", "u-2")
                            .updates("juma", "dob", "2001-12-31")
                            .updates("juma", "n", "9.5")
                            .updates("juma", "signs", "cough")
                            .links("juma", "parent", "household", "h2")
                            .creates("baby", "person", "Zawadi", "-")
                            .updates("baby", "n", "x")
                            .updates("baby", "dob", "")
                            .updates("baby", "say", "it's \"so\"")
                            .links("baby", "parent", "person", "asha")
                            .links("baby", "host", "household", "h1"));
            work.submit(
                    project,
                    FormXml.visit("f-2", "u-2")
                            .creates("gone", "person", "Asha", "u-2")
                            .links("gone", "parent", "household", "h2")
                            .closes("gone"));
        }
    }

    @AfterAll
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            name = 'Juma'                                        | juma
            case_name = 'juma'                                   |
            @case_id = 'asha'                                    | asha
            @case_type = 'household'                             | h1 h2 h3
            @owner_id = 'u-2'                                    | h2 juma gone
            @owner_id != 'u-2'                                   | h1 h3 asha baby
            @status = 'closed'                                   | gone
            @status = 'open' and @case_type = 'person'           | asha juma baby
            @status = 'half'                                     |
            external_id = 'E-1'                                  | asha
            external_id != 'E-1' and @case_type = 'person'       | juma baby gone
            external_id = '' and @case_type = 'person'           | juma baby gone
            village = 'Kisima'                                   | h1
            village != 'Kisima' and @case_type = 'household'     | h2 h3
            village = ''                                         | h3 asha juma baby gone
            village != ''                                        | h1 h2
            village = unwrap-list('["Kisima", "Shimoni"]')       | h1 h2
            say = "it's"                                         |
            n > 9.5                                              | asha
            n >= 9.5                                             | asha juma
            n < 100                                              | asha juma
            not(n < 100) and @case_type = 'person'               | baby gone
            n = '9.5'                                            | juma
            dob < '2000-01-01'                                   | asha
            dob >= '1990-05-01'                                  | asha juma
            dob > date-add('1990-04-30', 'days', 1)              | juma
            dob = ''                                             | h1 h2 h3 baby gone
            date_opened >= '2000-01-01' and @case_type = 'household' | h1 h2 h3
            date_opened < '2000-01-01'                           |
            date_opened = '2026-03-01' and @case_id = 'h1'       | h1
            date_opened > '2026-03-01'                           |
            date_opened != '2026-03-01'                          |
            date_closed != ''                                    | gone
            closed_on = '' and @case_type = 'person'             | asha juma baby
            last_modified > now()                                |
            selected(signs, 'cough')                             | asha juma
            selected-any(signs, 'cold fever')                    | asha
            selected-all(signs, 'cough fever')                   | asha
            selected-all(signs, 'cough cold')                    |
            selected(signs, '')                                  |
            selected-any('signs', unwrap-list('["fever", "x"]')) | asha
            starts-with(name, 'Asha')                            | asha gone
            starts-with(name, 'asha')                            |
            starts-with(village, '')                             | h1 h2
            fuzzy-match(name, 'Oteino')                          | asha
            fuzzy-match(name, 'jumaa')                           | juma
            phonetic-match(name, 'Jooma')                        | juma
            phonetic-match(name, '123')                          |
            fuzzy-date(dob, '1990-01-05')                        | asha
            fuzzy-date(dob, '2001-12-13')                        | juma
            fuzzy-date(dob, '1999-12-13')                        |
            within-distance(gps, '-1.28 36.82', 5, 'kilometers') | h1
            within-distance(gps, '-1.28,36.82', 1, 'miles')      | h1
            within-distance(gps, '-1.28 36.82', 1, 'meters')     |
            within-distance(gps, '-2 37', 1000, 'kilometers')    | h1 h2
            parent/village = 'Kisima'                            | asha
            parent/village != 'Kisima'                           | juma baby gone
            parent/parent/village = 'Kisima'                     | baby
            host/village = 'Kisima'                              | baby
            ancestor-exists(parent, village = 'Kisima' and @status = 'open') | asha
            ancestor-exists(parent/parent, @case_id = 'h1')      | baby
            ancestor-exists(parent, subcase-exists('parent', n = '10')) | asha
            subcase-exists('parent', @status = 'open')           | h1 h2 asha
            subcase-exists('parent', @status = 'closed')         | h2
            subcase-exists('host')                               | h1
            not(subcase-exists('parent')) and @case_type = 'household' | h3
            subcase-count('parent') > 1                          | h2
            subcase-count('parent') = 1                          | h1 asha
            subcase-count('parent', n > 1) >= 1                  | h1 h2
            subcase-count('parent') = 0 and @case_type = 'household' | h3
            subcase-count('parent') != 2 and @case_type = 'household' | h1 h3
            subcase-count('parent') < 2 and @case_type = 'household' | h1 h3
            subcase-exists('parent', subcase-exists('parent'))   | h1
            match-all() and @case_type = 'household'             | h1 h2 h3
            match-none() or name = 'Juma'                        | juma
            not(match-all())                                     |
            (name = 'Juma' or name = 'Zawadi') and n != 'x'      | juma
            """)
    void aQueryFindsTheCasesThatItDescribes(String query, String found) throws Exception {
        List<String> wanted = found == null ? List.of() : Arrays.asList(found.split(" ", -1));
        assertThat(ids(query)).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void aQueryThatTakesTooLongIsRefusedWithASentence() throws Exception {
        CaseLists hasty = new CaseLists(world.transactions, Duration.ofMillis(1));
        String slow = "fuzzy-match(name, 'Oteino')" + " or fuzzy-match(name, 'Wafulaaaa')".repeat(150);
        List<CaseCondition> conditions = List.of(new Matches(List.of(CaseFormulaReader.read(slow, world.clock))));
        assertThatThrownBy(() -> world.in(demo, () -> hasty.page(demo, conditions, PageRequest.first(20))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().message())
                                .isEqualTo("Bad query: it takes too long; ask for something narrower."));
    }

    private List<String> ids(String query) throws BadCaseQuery {
        CaseFormula formula = CaseFormulaReader.read(query, world.clock);
        return world
                .in(
                        demo,
                        () -> lists.page(demo, List.of(new Matches(List.of(formula))), new PageRequest(100, "", true)))
                .items()
                .stream()
                .map(listed -> listed.state().caseId())
                .toList();
    }
}

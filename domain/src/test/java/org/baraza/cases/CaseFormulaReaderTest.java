// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.baraza.cases.CaseFormula.Above;
import org.baraza.cases.CaseFormula.All;
import org.baraza.cases.CaseFormula.Any;
import org.baraza.cases.CaseFormula.Below;
import org.baraza.cases.CaseFormula.Compared;
import org.baraza.cases.CaseFormula.Dated;
import org.baraza.cases.CaseFormula.Equals;
import org.baraza.cases.CaseFormula.Not;
import org.baraza.cases.CaseFormula.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFormulaReaderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-02-29T21:00:00Z"), ZoneOffset.UTC);

    @Test
    void conditionsBecomeFormulas() throws Exception {
        assertThat(read("name = 'x' and age > 5 and not(a = '' or b != 'y')"))
                .isEqualTo(new All(List.of(
                        new Equals("name", List.of("x")),
                        new Compared("age", Order.GREATER, new BigDecimal("5")),
                        new Not(new Any(
                                List.of(new Equals("a", List.of("")), new Not(new Equals("b", List.of("y")))))))));
        assertThat(read("@status = 'open'")).isEqualTo(new Equals("@status", List.of("open")));
        assertThat(read("age = 5.0")).isEqualTo(new Equals("age", List.of("5.0")));
        assertThat(read("parent/host/a <= '2020-01-02'"))
                .isEqualTo(new Above(
                        List.of("parent", "host"), new Dated("a", Order.AT_MOST, LocalDate.parse("2020-01-02"))));
        assertThat(read("subcase-count('parent', a = 'b') >= 2"))
                .isEqualTo(new Below("parent", new Equals("a", List.of("b")), Order.AT_LEAST, 2));
        assertThat(read("subcase-exists('parent')"))
                .isEqualTo(new Below("parent", new All(List.of()), Order.GREATER, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            today()                                   | 2024-02-29
            date('2020-01-31')                        | 2020-01-31
            date(18292)                               | 2020-01-31
            date-add('2020-01-31', 'months', 1)       | 2020-02-29
            date-add('2020-01-31', 'days', -31)       | 2019-12-31
            date-add(today(), 'years', -1)            | 2023-02-28
            date-add(date('2020-01-31'), 'weeks', '2') | 2020-02-14
            """)
    void datesAreWorkedOut(String value, String day) throws Exception {
        assertThat(read("dob < " + value)).isEqualTo(new Dated("dob", Order.LESS, LocalDate.parse(day)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            datetime('2020-01-31T10:00:00+03:00')             | 2020-01-31T07:00:00Z
            now()                                             | 2024-02-29T21:00:00Z
            datetime-add('2020-01-31', 'hours', 5)            | 2020-01-31T05:00:00Z
            double('7')                                       | 7
            -5                                                | -5
            '07'                                              | 07
            """)
    void valuesAreTexts(String value, String text) throws Exception {
        assertThat(read("p = " + value)).isEqualTo(new Equals("p", List.of(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            name =                        | 6  | Expected a value, a path or a function, but found the end.
            name                          | 0  | A condition is needed here, such as name = 'x', and this is only a value.
            'x' = name                    | 0  | The name of a property is needed on the left of a comparison.
            name = x                      | 7  | A property cannot be compared with a property; if x is meant as a value, it stands in quotes.
            name > 'x'                    | 7  | The right side of a comparison must be a number, or a date in quotes.
            a + b                         | 0  | A condition is needed here; queries do not know +.
            a[1] = 'x'                    | 0  | A property is a name, behind at most 5 names of links, as in parent/village.
            /a = 'x'                      | 0  | A property is a name, behind at most 5 names of links, as in parent/village.
            a/b/c/d/e/f/g = 'x'           | 0  | A property is a name, behind at most 5 names of links, as in parent/village.
            nope(a, 'b')                  | 0  | There is no function nope() for conditions.
            a = nope('b')                 | 4  | There is no function nope() for values.
            not(a = 'b', 1)               | 0  | The function not() takes 1 argument, and here it gets 2.
            selected(a)                   | 0  | The function selected() takes 2 arguments, and here it gets 1.
            selected(a/b, 'c')            | 9  | The name of a property of the case is needed here.
            a < date('soon')              | 9  | "soon" is no date; a date is written YYYY-MM-DD in quotes.
            a < date-add('2020-01-01', 'moons', 1)   | 27 | An interval is days, weeks, months or years.
            a < date-add('2020-01-01', 'hours', 1)   | 27 | An interval is days, weeks, months or years.
            a < date-add('2020-01-01', 'days', 1.5)  | 35 | A whole number of days is needed here.
            a < date-add('2020-01-01', 'days', 'x')  | 35 | A number is needed here, and this is none.
            last_modified > 'soon'        | 16 | "soon" is no date.
            a = unwrap-list('x')          | 16 | A list in JSON is needed here, such as '["a", "b"]'.
            within-distance(g, 'x', 1, 'miles')  | 19 | A place is needed here: a latitude and a longitude.
            within-distance(g, '1 2', 1, 'days') | 29 | A unit of length is needed here: centimeters, feet, inch, kilometers, meters, miles, millimeters, nauticalmiles, yards.
            subcase-count('parent')       | 0  | The function subcase-count() must be compared with a number.
            subcase-count('parent') > -1  | 26 | The function subcase-count() is compared with a whole number from 0 on.
            subcase-exists(parent)        | 15 | The name of a link is needed here, in quotes.
            ancestor-exists('parent', a = 'b') | 16 | The names of links are needed here, as in parent/host.
            """)
    void whatIsNoQueryIsRefusedAtItsPlace(String query, int offset, String message) {
        BadCaseQuery refused = catchThrowableOfType(BadCaseQuery.class, () -> read(query));
        assertThat(refused).isNotNull();
        assertThat(refused.getMessage()).isEqualTo(message);
        assertThat(refused.span().offset()).isEqualTo(offset);
    }

    @Test
    void queriesHaveLimits() {
        String wide = "a = '1'" + " or a = '1'".repeat(300);
        assertThat(catchThrowableOfType(BadCaseQuery.class, () -> read(wide)).getMessage())
                .isEqualTo("A query has at most 200 conditions.");
        String deep = "subcase-exists('parent', ".repeat(6) + "a = '1'" + ")".repeat(6);
        assertThat(catchThrowableOfType(BadCaseQuery.class, () -> read(deep)).getMessage())
                .isEqualTo("A query looks at related cases at most 5 times.");
    }

    @Test
    void whoMayNotSeeAllCasesCannotAskAboutThemEither() throws Exception {
        CaseFormula owned = new Equals("owner_id", List.of("u-1"));
        CaseFormula wanted = new Equals("a", List.of("b"));
        assertThat(read("a = 'b' and parent/host/a = 'b'").amongCasesOf(List.of("u-1")))
                .isEqualTo(new All(List.of(
                        wanted,
                        new Above(
                                List.of("parent"),
                                new All(List.of(
                                        owned, new Above(List.of("host"), new All(List.of(owned, wanted)))))))));
        assertThat(read("not(subcase-exists('parent', a = 'b'))").amongCasesOf(List.of("u-1")))
                .isEqualTo(new Not(new Below("parent", new All(List.of(owned, wanted)), Order.GREATER, 0)));
    }

    private static CaseFormula read(String query) throws BadCaseQuery {
        return CaseFormulaReader.read(query, CLOCK);
    }
}

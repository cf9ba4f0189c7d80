// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Statements as Python would evaluate them; nothing where it would raise an error. */
final class StatementTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2024-06-15T12:00:00Z"), ZoneOffset.UTC);
    private static final Value ITEM = Json.value(JsonMapper.shared().readTree("""
            {"n": 7, "minus": -7, "real": 2.5, "text": "amina", "empty": "", "none": null, "yes": true,
             "list": [3, 1, 2], "person": {"name": "Asha", "ages": [4, 9]}, "born": "2024-02-29"}"""));

    private static Value value(String statement) {
        Specs specs = new Specs(
                Map.of("twice", JsonMapper.shared().readTree("{\"type\": \"evaluator\", \"statement\": \"n * 2\"}")),
                Map.of());
        Expression expression = specs.expression(
                JsonMapper.shared().createObjectNode().put("type", "evaluator").put("statement", statement));
        return expression.of(ITEM, Situation.of(ITEM, Documents.NONE, NOON, () -> {}));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 + 2 * 3                        | 7
            (1 + 2) * 3                      | 9
            7 / 2                            | 3.5
            6 / 2                            | 3.0
            7 // 2                           | 3
            minus // 2                       | -4
            minus % 3                        | 2
            n % -3                           | -2
            real * 2                         | 5.0
            - n + 1                          | -6
            not n                            | False
            not not n                        | True
            n > 3 and 'big' or 'small'       | big
            none or 'nobody'                 | nobody
            0 and n                          | 0
            1 < n < 10                       | True
            1 < n < 5                        | False
            'a' < 'b'                        | True
            n == 7.0                         | True
            yes == 1                         | True
            '7' == n                         | False
            none == None                     | True
            none is None                     | True
            n is not None                    | True
            'min' in text                    | True
            3 in list                        | True
            9 not in list                    | True
            'name' in person                 | True
            'hi' if n > 9 else 'lo'          | lo
            text + '!'                       | amina!
            text * 2                         | aminaamina
            text[0]                          | a
            text[-1]                         | a
            text[1:3]                        | mi
            text[:-1]                        | amin
            list[1:]                         | [1, 2]
            list[-1]                         | 2
            list + [9]                       | [3, 1, 2, 9]
            person.name                      | Asha
            person['ages'][1]                | 9
            [x * 2 for x in list if x > 1]   | [6, 4]
            {x: x + 1 for x in list}         | {'3': 4, '1': 2, '2': 3}
            {'a': 1, 'b': [1, 2]}            | {'a': 1, 'b': [1, 2]}
            int('12')                        | 12
            int(3.99)                        | 3
            int(-3.99)                       | -3
            float('1.5')                     | 1.5
            float(2)                         | 2.0
            str(n) + 'x'                     | 7x
            str(none)                        | None
            round(2.5)                       | 2
            round(3.5)                       | 4
            round(2.675, 2)                  | 2.67
            round(1234, -2)                  | 1200
            range(3)                         | [0, 1, 2]
            range(2, 8, 3)                   | [2, 5]
            range(3, 0, -1)                  | [3, 2, 1]
            today()                          | 2024-06-15
            (today() - date(born)).days      | 107
            days(today() - date(born))       | 107
            timedelta_to_seconds(today() - date(born)) | 9244800.0
            date(born).year                  | 2024
            date('15/06/2024', '%d/%m/%Y')   | 2024-06-15
            date('3 Feb 2024', fmt='%d %b %Y') | 2024-02-03
            jsonpath('person.ages[0]')       | 4
            jsonpath('person.ages[*]')       | [4, 9]
            jsonpath('person.ages[0]', as_list=True) | [4]
            jsonpath('name', context=person) | Asha
            named('twice')                   | 14
            context()['n']                   | 7
            root_context()['n'] + 1          | 8
            1_000 + 1                        | 1001
            1e3                              | 1000.0
            'it\\'s'                         | it's
            """)
    void isWorthWhatPythonMakesOfIt(String statement, String expected) {
        assertThat(Texts.shown(value(statement))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            n +
            n ** 2
            n.__class__
            __import__('os')
            text.upper()
            lambda: 1
            unknown + 1
            unknown(1)
            n + text
            n + none
            n / 0
            n // 0
            n % 0
            n < text
            none < 1
            list[9]
            person['age']
            person.age
            int('1.5')
            int('x')
            int(none)
            float('x')
            round(text)
            range(100)
            range(0, 5, 0)
            days(3)
            date('yesterday')
            date('2024-13-01')
            date('2024', '%Q')
            jsonpath('$[')
            1 2
            'open
            n n
            [x for x in n]
            text * 100000
            (1
            """)
    void isWorthNothingWherePythonWouldRaiseAnError(String statement) {
        assertThat(value(statement)).isEqualTo(Value.NOTHING);
    }

    @Test
    void decimalsGoWithWholeNumbersButNotWithFractions() {
        Specs specs = Specs.plain();
        String spec = """
                {"type": "evaluator", "statement": "%s", "context_variables": {
                  "d": {"type": "property_name", "property_name": "real", "datatype": "decimal"},
                  "f": {"type": "property_name", "property_name": "real"}}}""";
        Situation situation = Situation.of(ITEM, Documents.NONE, NOON, () -> {});
        assertThat(Texts.shown(specs.expression(JsonMapper.shared().readTree(spec.formatted("d / 2")))
                        .of(ITEM, situation)))
                .isEqualTo("1.25");
        assertThat(specs.expression(JsonMapper.shared().readTree(spec.formatted("d * f")))
                        .of(ITEM, situation))
                .isEqualTo(Value.NOTHING);
    }

    @Test
    void anExpressionThatIsNotThereIsToldBeforeThereIsADocument() {
        assertThatThrownBy(() -> value("named('nobody')"))
                .isInstanceOf(BadSpec.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void whatIsNestedWithoutEndIsWorthNothing() {
        assertThat(value("(".repeat(5_000) + "1" + ")".repeat(5_000))).isEqualTo(Value.NOTHING);
        assertThat(value("-".repeat(9_000) + "1")).isNotNull();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.Expr.Hashtag;
import org.baraza.xpath.Expr.Negation;
import org.baraza.xpath.Expr.Numeral;
import org.baraza.xpath.Expr.Path;
import org.baraza.xpath.Expr.Quoted;
import org.baraza.xpath.Expr.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {

    @Test
    void eachPartKnowsItsPlace() throws Exception {
        Call call = (Call) parse(" if( a = 'x', 10, $y)");
        assertThat(call.span()).isEqualTo(new Span(1, 20));
        Binary condition = (Binary) call.arguments().getFirst();
        assertThat(condition.span()).isEqualTo(new Span(5, 7));
        assertThat(condition.right()).isEqualTo(new Quoted("x", new Span(9, 3)));
        assertThat(call.arguments().get(1)).isEqualTo(new Numeral(10, "10", new Span(14, 2)));
        assertThat(call.arguments().get(2)).isEqualTo(new Variable("y", new Span(18, 2)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1 + 2 * 3                 | 1 + 2 * 3
            (1 + 2) * 3               | (1 + 2) * 3
            1 - (2 - 3)               | 1 - (2 - 3)
            (1 - 2) - 3               | 1 - 2 - 3
            a or b and c              | a or b and c
            (a or b) and c            | (a or b) and c
            a = b = c                 | a = b = c
            a = (b = c)               | a = (b = c)
            a < b = c >= d            | a < b = c >= d
            -a * b                    | -a * b
            -(a * b)                  | -(a * b)
            --a                       | --a
            div div div               | div div div
            mod mod * * *             | mod mod * * *
            or or and and and         | or or and and and
            5div 2                    | 5 div 2
            a-b                       | a-b
            a -b                      | a - b
            a - b                     | a - b
            * * *                     | * * *
            /                         | /
            /*                        | /*
            / = 1                     | (/) = 1
            .5 + 1.                   | .5 + 1.
            ./@id                     | ./@id
            self::node()/a            | ./a
            parent::node()            | ..
            child::a/attribute::b     | a/@b
            self::a[1]                | self::a[1]
            ../../x[2][. = 'y']       | ../../x[2][. = 'y']
            current()                 | current()
            current ( ) / .. / x      | current()/../x
            instance("casedb")/casedb | instance('casedb')/casedb
            instance('x')             | instance('x')
            #form/a/b + 1             | #form/a/b + 1
            #case/@case_id            | #case/@case_id
            #user                     | #user
            jr:itext('a-label')       | jr:itext('a-label')
            c:case/@c:id              | c:case/@c:id
            "it's"                    | "it's"
            text                      | text
            node                      | node
            instance                  | instance
            አበበ = 'x'                 | አበበ = 'x'
            nowhere(1, nothing())     | nowhere(1, nothing())
            """)
    void bindsAsXPathDoesAndPrintsNoBracketTooMany(String text, String printed) throws Exception {
        assertThat(Expressions.print(parse(text))).isEqualTo(printed);
    }

    @Test
    void operatorsGroupFromTheLeftByTheirStrength() throws Exception {
        Binary or = (Binary) parse("a or b and c = 1 < 2 + 3 * -x");
        assertThat(or.operator()).isEqualTo(Operator.OR);
        Binary and = (Binary) or.right();
        Binary equal = (Binary) and.right();
        Binary less = (Binary) equal.right();
        Binary plus = (Binary) less.right();
        Binary times = (Binary) plus.right();
        assertThat(times.operator()).isEqualTo(Operator.TIMES);
        assertThat(times.right()).isInstanceOf(Negation.class);
    }

    @Test
    void aUnionBindsMoreTightlyThanASign() throws Exception {
        assertThat(Expressions.print(parse("-a|b"))).isEqualTo("-a | b");
        assertThat(parse("-a|b")).isInstanceOf(Negation.class);
    }

    @Test
    void instancesAndHashtagsAreLeavesOfTheirOwn() throws Exception {
        Path path = (Path) parse("instance('casedb')/casedb/case[@case_id = #case/parent]/name");
        assertThat(path.start()).isEqualTo(new Start.Instance("casedb", new Span(0, 18)));
        assertThat(path.steps()).extracting(Step::name).containsExactly("casedb", "case", "name");
        Binary predicate = (Binary) path.steps().get(1).predicates().getFirst();
        Hashtag tag = (Hashtag) predicate.right();
        assertThat(tag.space()).isEqualTo("case");
        assertThat(tag.steps()).extracting(Step::name).containsExactly("parent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                  | 0  | The expression is empty.
            a +                 | 3  | Expected a value, a path or a function, but found the end.
            a b                 | 2  | Expected an operator or the end, but found "b".
            (a                  | 2  | Expected an operator, a comma or ")" to close the ( at position 1, but found the end.
            if(a, b, c          | 10 | Expected an operator, a comma or ")" to close the ( at position 3, but found the end.
            a[b                 | 3  | Expected an operator or "]" to close the [ at position 2, but found the end.
            a)                  | 1  | This ) closes nothing that was opened.
            'abc                | 0  | The quote that opens here is never closed; expected '.
            a == b              | 2  | Two values are compared with one =, not with ==.
            a ! b               | 2  | "Not equal" is written !=, and "not" is a function: not(…).
            a && b              | 2  | Conditions are joined with "and", not with &.
            ‘a’                 | 0  | This is no quote that expressions know; expected ' or ".
            //a                 | 0  | Devices do not know //, which looks at all levels; write each step of the path.
            /a//b               | 2  | Devices do not know //, which looks at all levels; write each step of the path.
            descendant::a       | 0  | Devices do not know the axis descendant; expected child, attribute, self or parent.
            a/text()            | 2  | Devices do not know the step text(); expected a name or *.
            a/concat('x')       | 2  | A function cannot be a step of a path; concat() stands behind a /.
            a/instance('x')     | 2  | A function cannot be a step of a path; instance() stands behind a /.
            instance(a)/b       | 9  | Expected the id of the instance in quotes, as in instance('casedb'), but found "a".
            current(1)          | 8  | The function current() takes no arguments, and here it gets some.
            (a)[1]              | 3  | Only a path can go on with [: one that starts with a name, /, ., .., current() or instance('…').
            $a/b                | 2  | Only a path can go on with /: one that starts with a name, /, ., .., current() or instance('…').
            today(1)            | 0  | The function today() takes no arguments, and here it gets 1.
            not()               | 0  | The function not() takes 1 argument, and here it gets 0.
            1 + if(a, b)        | 4  | The function if() takes 3 arguments, and here it gets 2.
            cond(a, b, c, d)    | 0  | The function cond() takes an odd number of arguments, 3 or more, and here it gets 4.
            weighted-checklist(1, 2, true()) | 0 | The function weighted-checklist() takes an even number of arguments, 2 or more, and here it gets 3.
            substr('a')         | 0  | The function substr() takes 2 to 3 arguments, and here it gets 1.
            join()              | 0  | The function join() takes 1 argument or more, and here it gets 0.
            @                   | 1  | Expected the name of an attribute, but found the end.
            a/                  | 2  | Expected the name of a step, @, ., .. or *, but found the end.
            $ a                 | 0  | A name is expected right behind $.
            #                   | 0  | A name is expected right behind #.
            a:*                 | 1  | A prefix and a name are joined with one : and nothing between; any name of a prefix cannot be asked for.
            a ; b               | 2  | The character ; has no meaning in an expression.
            a , b               | 2  | Expected an operator or the end, but found ",".
            concat(a,)          | 9  | Expected a value, a path or a function, but found ")".
            """)
    void whatIsNoExpressionIsRefusedAtItsPlace(String text, int offset, String message) {
        BadExpression refused = catchThrowableOfType(BadExpression.class, () -> parse(text));
        assertThat(refused).isNotNull();
        assertThat(refused.getMessage()).isEqualTo(message);
        assertThat(refused.span().offset()).isEqualTo(offset);
    }

    @Test
    void hugeExpressionsAreReadAndDeeperOnesRefused() throws Exception {
        String chain = "a = 'x'" + " or a = 'x'".repeat(900);
        assertThat(Expressions.print(parse(chain))).isEqualTo(chain);
        String nested = "(".repeat(200) + "a" + ")".repeat(200);
        assertThat(Expressions.print(parse(nested))).isEqualTo("a");
        for (String deep :
                List.of("(".repeat(10_000), "-".repeat(10_000) + "1", "a[".repeat(10_000), "not(".repeat(9_000))) {
            assertThatThrownBy(() -> parse(deep))
                    .isInstanceOf(BadExpression.class)
                    .hasMessage("The expression is nested more than 250 levels deep.");
        }
        assertThatThrownBy(() -> parse("1" + "+1".repeat(50_000)))
                .isInstanceOf(BadExpression.class)
                .hasMessage("The expression has more than 1000 operators in a row.");
        assertThatThrownBy(() -> parse(" ".repeat(300_000) + "1"))
                .isInstanceOf(BadExpression.class)
                .hasMessage("The expression is longer than 200000 characters.");
    }

    @Test
    void otherDialectsBringTheirOwnCounts() throws Exception {
        Expr read = Expressions.parse("date('a', 'b', 'c')", Signatures.NONE);
        assertThat(Expressions.print(read)).isEqualTo("date('a', 'b', 'c')");
    }

    @Test
    void partsCanBeReplacedEverywhere() throws Exception {
        Expr expr = parse(
                "#case/age > 3 and instance('casedb')/casedb/case[@case_id = #case/@case_id]/x = concat(#case/b)");
        Path single = (Path) parse("current()/it");
        Expr expanded = Expressions.rewrite(expr, part -> {
            if (!(part instanceof Hashtag tag)) {
                return part;
            }
            List<Step> steps = new ArrayList<>(single.steps());
            steps.addAll(tag.steps());
            return new Path(single.start(), steps, tag.span());
        });
        assertThat(Expressions.print(expanded))
                .isEqualTo("current()/it/age > 3 and instance('casedb')/casedb/case[@case_id = current()/it/@case_id]/x"
                        + " = concat(current()/it/b)");
    }

    @Test
    void aTextWithBothQuotesIsPutTogether() throws Exception {
        String printed = Expressions.print(Quoted.of("it's \"so\""));
        assertThat(printed).isEqualTo("concat('it', \"'\", 's \"so\"')");
        assertThat(Expressions.print(parse(printed))).isEqualTo(printed);
    }

    private static Expr parse(String text) throws BadExpression {
        return Expressions.parse(text);
    }
}

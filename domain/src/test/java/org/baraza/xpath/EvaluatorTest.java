// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {

    private static final Node CASES = Evaluations.document("""
            <casedb>
            <case case_id="h1" case_type="household" status="open"><case_name>Otieno</case_name><size>07</size></case>
            <case case_id="h2" case_type="household" status="closed"><case_name>Were</case_name><size>2</size></case>
            <case case_id="m1" case_type="member" status="open"><case_name>Ali</case_name><size>7</size><index><parent>h1</parent></index></case>
            <case case_id="m2" case_type="member" status="open"><case_name>Zu</case_name><index><parent>h1</parent></index></case>
            <case case_id="m3" case_type="member" status="open"><case_name>Moh</case_name><index><parent>h2</parent></index></case>
            </casedb>""");

    private static final Node SESSION = Evaluations.document("""
            <session><data><case_id>m2</case_id><parent_id>h1</parent_id></data><context><userid>u1</userid></context></session>""");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1 + 2 * 3 - 4 div 2         | 5
            -10 div -4                  | 2.5
            5 mod 3.1 > 1.8             | true
            -5 mod 3                    | -2
            '12' * ' 2 '                | 24
            true() + 8                  | 9
            date('2008-09-08') - date('1983-10-06') | 9104
            1 div 0                     | Infinity
            5 mod 0                     | NaN
            3 < 4 < 5                   | true
            'abc' < 'abcd'              | false
            '-17' > '-172'              | true
            '' = ''                     | true
            '' < 1                      | false
            '' >= 1                     | false
            '' != 1                     | true
            '' = 0                      | false
            '0017.' = 17                | true
            '017.' = '17.000'           | false
            true() = 'false'            | true
            6.1 - 7.8 = -1.7            | true
            1 div 0 = 1 div 0           | true
            date('2004-05-01') = '2004-05-01' | true
            '2020-02-01' > '2020-01-31' | true
            true() or many              | true
            false() and many            | false
            one = 5 and word = 'apple'  | true
            none = ''                   | true
            none != 3                   | true
            none < 3                    | false
            @version                    | 3
            ./@version                  | 3
            /data/@version + 1          | 4
            child[2]/name               | Zu
            child[name = 'Zu']/../one   | 5
            child[age > 5]/name         | Ali
            child[position() = 3]/name  | Moh
            child[. = '']/name[3]       |
            many[@id = 'b']             | 2
            many[current()/one - 3]     | 2
            many[2][1]                  | 2
            many[. > 1][1]              | 2
            self::data/one              | 5
            parent::node()/data/one     | 5
            $number + 1                 | 5
            $text                       | four
            """)
    void valuesMeetByTheRulesOfTheEngine(String expression, String expected) {
        assertThat(Evaluations.text(expression)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            many = 1                | 0  | 4  | A path leads to 3 nodes where one value is needed: many.
            1 + nope()              | 4  | 6  | There is no function nope().
            concat($missing, 1)     | 7  | 8  | There is no variable $missing.
            one + #case/age         | 6  | 9  | The short name #case was not expanded.
            instance('x')/a         | 0  | 15 | There is no instance x.
            1 = selected-at('', 0)  | 4  | 18 | The list has 0 words, so there is none at the index 0.
            """)
    void whatFailsSaysWhere(String expression, int offset, int length, String message) {
        EvaluationFailed failed = catchThrowableOfType(EvaluationFailed.class, () -> Evaluations.text(expression));
        assertThat(failed.getMessage()).isEqualTo(message);
        assertThat(failed.span()).isEqualTo(new Span(offset, length));
    }

    @Test
    void aUnionIsOneOfPaths() {
        assertThat(Evaluations.text("join(' ', many | one | many[1])")).isEqualTo("1 2 3 5");
        assertThatThrownBy(() -> Evaluations.text("one | 5")).hasMessage("Both sides of | must be paths.");
    }

    @Test
    void instancesAreReachedByTheirIdsAndCurrentStaysWithinConditions() {
        Scope scope = overCases(CASES);
        assertThat(Evaluations.text(
                        "instance('casedb')/casedb/case[@case_id = instance('commcaresession')/session/data/case_id]/case_name",
                        scope))
                .isEqualTo("Zu");
        assertThat(Evaluations.text(
                        "join(' ', instance('casedb')/casedb/case[@case_type = 'member'][@status = 'open']"
                                + "[index/parent = instance('commcaresession')/session/data/parent_id]/@case_id)",
                        scope))
                .isEqualTo("m1 m2");
        Node member = CASES.children().getFirst().children("case").get(2);
        assertThat(Evaluations.text(
                        "instance('casedb')/casedb/case[@case_id = current()/index/parent]/case_name",
                        scope.about(member)))
                .isEqualTo("Otieno");
        assertThat(Evaluations.text("case_name", scope.about(member))).isEqualTo("Ali");
    }

    @Test
    void theTimeStandsStillDuringAnEvaluation() {
        Scope ticking = Scope.of(Instances.NONE, Surroundings.at(Clock.tickMillis(ZoneOffset.UTC)));
        assertThat(Evaluations.text("double(now()) = double(now())", ticking)).isEqualTo("true");
    }

    @Test
    void aPathWithoutAStartFails() {
        Scope nowhere = Scope.of(Instances.NONE, Surroundings.at(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
        assertThatThrownBy(() -> Evaluations.text("a", nowhere))
                .hasMessage("There is no node that this path could start at.");
        assertThatThrownBy(() -> Evaluations.text("current()/a", nowhere))
                .hasMessage("There is no node that current() could mean.");
        assertThatThrownBy(() -> Evaluations.text("/a", nowhere))
                .hasMessage("There is no form that this path could start at.");
    }

    @Test
    void whateverCanBeReadCanBeCheckedAndEvaluated() throws Exception {
        String chain = "one = 4" + " or one = 4".repeat(980) + " or one = 5";
        String sum = "0" + " + 1".repeat(990);
        String nested = "if(one = 4, 1, ".repeat(240) + "2" + ")".repeat(240);
        String conditions = "many[count(".repeat(110) + "many" + ") > 0]".repeat(110);
        List<String> answers = new ArrayList<>();
        for (String text : List.of(chain, sum, nested, "count(" + conditions + ")")) {
            FutureTask<String> answer = new FutureTask<>(() -> {
                assertThat(Expressions.check(text, Names.UNKNOWN)).isEmpty();
                Expr copy = Expressions.rewrite(Expressions.parse(text), part -> part);
                return Evaluations.text(Expressions.print(copy));
            });
            Thread.ofVirtual().start(answer);
            answers.add(answer.get());
        }
        assertThat(answers).containsExactly("true", "990", "2", "0");
    }

    @Test
    void stepsAreCounted() throws Exception {
        Evaluator hasty = new Evaluator(100);
        Scope scope = overCases(CASES);
        assertThat(hasty.text(Expressions.parse("1 + 1"), scope)).isEqualTo("2");
        Expr greedy = Expressions.parse(
                "count(instance('casedb')/casedb/case[count(instance('casedb')/casedb/case[. = '']) > 9])");
        assertThatThrownBy(() -> hasty.text(greedy, scope)).hasMessage("The expression takes too long to evaluate.");
        assertThat(new Evaluator().text(greedy, scope)).isEqualTo("0");
    }

    @Test
    void aStoreIsAskedForWhatItMayAnswer() {
        Indexed store = new Indexed(CASES.children().getFirst(), Set.of());
        assertThat(Evaluations.text(
                        "count(instance('casedb')/casedb/case[@case_type = 'member' and @status = 'open'][size > 3]"
                                + "['h1' = index/parent][current()/case_name != ''][./case_name = concat('A', 'li')])",
                        overCases(store)
                                .about(CASES.children()
                                        .getFirst()
                                        .children("case")
                                        .getFirst())))
                .isEqualTo("1");
        assertThat(store.asked)
                .containsExactly(List.of(
                        new Wanted(List.of("case_type"), true, Value.of("member")),
                        new Wanted(List.of("status"), true, Value.of("open")),
                        new Wanted(List.of("index", "parent"), false, Value.of("h1")),
                        new Wanted(List.of("case_name"), false, Value.of("Ali"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [@case_type = 'member'][2]              | m2
            [2][@case_type = 'household']           | h2
            [@case_type = 'member'][position() > 1] | m2 m3
            [position() > 3][@status = 'open']      | m2 m3
            [size = 7]                              | h1 m1
            [size = '7']                            | m1
            [@case_id = case_name]                  |
            [@status = 'open' and size = 7]         | h1 m1
            [@status = 'open' or size = 2]          | h1 h2 m1 m2 m3
            [@case_type = $kind][@status != 'open'] | h2
            [@case_type = ''][selected-at('', 0) = case_name] |
            [index/parent = /casedb/case[2]/@case_id] | m3
            [@case_id = 'm1' or @case_id = 'm3'][index/parent = 'h2'] | m3
            """)
    void theResultIsTheSameWhateverAStoreAnswers(String predicates, String ids) {
        String expression = "join(' ', instance('casedb')/casedb/case" + predicates + "/@case_id)";
        for (Set<String> answers : List.of(
                Set.<String>of(),
                Set.of("case_type"),
                Set.of("case_type", "status"),
                Set.of("case_type", "status", "parent"))) {
            Scope scope = overCases(new Indexed(CASES.children().getFirst(), answers))
                    .within(CASES)
                    .with(Map.of("kind", Value.of("household")));
            assertThat(Evaluations.text(expression, scope))
                    .as("answering %s", answers)
                    .isEqualTo(ids == null ? "" : ids);
        }
    }

    @Test
    void whatWasNotAnsweredIsEvaluatedAndWhatWasIsNot() {
        Indexed store = new Indexed(CASES.children().getFirst(), Set.of("case_type"));
        assertThat(Evaluations.text(
                        "join(' ', instance('casedb')/casedb/case[@case_type = 'member'][index/parent = 'h2']/@case_id)",
                        overCases(store)))
                .isEqualTo("m3");
        assertThat(store.enumerated).isZero();
    }

    private static Scope overCases(Node root) {
        Node top = root.name().isEmpty() ? root : new Top(root);
        return Scope.of(
                id -> switch (id) {
                    case "casedb" -> Optional.of(top);
                    case "commcaresession" -> Optional.of(SESSION);
                    default -> Optional.empty();
                },
                Surroundings.at(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
    }

    /** A root element that answers conditions on the attributes and indices that it has an index for. */
    private static final class Indexed implements Node {

        private final Node root;
        private final Set<String> indexed;
        private final List<List<Wanted>> asked = new ArrayList<>();
        private int enumerated;

        Indexed(Node root, Set<String> indexed) {
            this.root = root;
            this.indexed = indexed;
        }

        @Override
        public Optional<Narrowed> narrowed(String name, List<Wanted> conditions) {
            asked.add(conditions);
            List<Node> left = new ArrayList<>(root.children(name));
            Set<Integer> answered = new HashSet<>();
            for (int i = 0; i < conditions.size(); i++) {
                Wanted wanted = conditions.get(i);
                if (indexed.contains(wanted.path().getLast()) && wanted.value() instanceof Value.Text) {
                    answered.add(i);
                    left.removeIf(child -> !wanted.value().text().equals(held(child, wanted)));
                }
            }
            return answered.isEmpty() ? Optional.empty() : Optional.of(new Narrowed(left, answered));
        }

        private static String held(Node child, Wanted wanted) {
            if (wanted.attribute()) {
                return child.attribute(wanted.path().getFirst())
                        .map(it -> it.value().text())
                        .orElse("");
            }
            Node at = child;
            for (String step : wanted.path()) {
                List<? extends Node> next = at.children(step);
                if (next.isEmpty()) {
                    return "";
                }
                at = next.getFirst();
            }
            return at.value().text();
        }

        @Override
        public String name() {
            return root.name();
        }

        @Override
        public Optional<Node> parent() {
            return root.parent();
        }

        @Override
        public Value value() {
            return root.value();
        }

        @Override
        public List<? extends Node> children() {
            enumerated++;
            return root.children();
        }

        @Override
        public List<? extends Node> children(String name) {
            enumerated++;
            return root.children(name);
        }

        @Override
        public List<? extends Node> attributes() {
            return root.attributes();
        }

        @Override
        public Optional<? extends Node> attribute(String name) {
            return root.attribute(name);
        }
    }

    /** The top of a document with that root. */
    private record Top(Node root) implements Node {

        @Override
        public String name() {
            return "";
        }

        @Override
        public Optional<Node> parent() {
            return Optional.empty();
        }

        @Override
        public Value value() {
            return Value.BLANK;
        }

        @Override
        public List<? extends Node> children() {
            return List.of(root);
        }

        @Override
        public List<? extends Node> children(String name) {
            return root.name().equals(name) ? List.of(root) : List.of();
        }

        @Override
        public List<? extends Node> attributes() {
            return List.of();
        }

        @Override
        public Optional<? extends Node> attribute(String name) {
            return Optional.empty();
        }
    }
}

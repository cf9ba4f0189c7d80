// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.xpath.References.PathUse;
import org.baraza.xpath.References.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CheckTest {

    private static final Names NAMES = Names.UNKNOWN
            .about(Address.inForm("/data/child/age"))
            .withQuestions(Set.of("/data/village", "/data/child", "/data/child/name", "/data/child/age", "/data/a/b/c"))
            .withProperties(Map.of(
                    "#case", Set.of("risk", "dob"),
                    "#case/parent", Set.of("rooms"),
                    "#user", Set.of("region"),
                    "member", Set.of("weight", "parent")))
            .withInstances(Set.of("casedb", "commcaresession"))
            .withVariables(Set.of("lang"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /data/village = 'x' and ../name != '' and . > 3
            /data/child[age > 3]/name
            /data/child[../village = 'x']/name
            current()/../name
            count(/data/child) > position(..)
            /data/a
            /data/@version
            /data/meta/userID
            /data/case/@case_id
            #form/village + #form/child/age
            #case/risk = #case/parent/rooms
            #case/@case_id
            #case/parent
            #user/region
            #session/data/anything
            instance('casedb')/casedb/case[@case_type = 'member'][@status = 'open']/weight
            instance('casedb')/casedb/case[@case_type = 'unknown']/whatever
            instance('casedb')/casedb/case[@case_id = 'x']/whatever
            instance('casedb')/casedb/case[@case_type = 'member']/index/parent
            $lang = 'sw'
            /data/*/name
            format-date(today(), '%d/%m/%Y')
            today() > '2020-01-01'
            /data/child[2]
            /data/child[$lang]
            count(if(true(), /data/child, ..))
            regex(., '^[0-9]+$')
            """)
    void nothingIsFoundWhereAllIsWell(String text) {
        assertThat(Expressions.check(text, NAMES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a +                     | SYNTAX             | 3  | 0  | Expected a value, a path or a function, but found the end.
            if(1, 2)                | SYNTAX             | 0  | 8  | The function if() takes 3 arguments, and here it gets 2.
            1 + uppercase('a')      | UNKNOWN_FUNCTION   | 4  | 9  | There is no function uppercase(). Is upper-case() meant?
            zzzz()                  | UNKNOWN_FUNCTION   | 0  | 4  | There is no function zzzz().
            instance('nowhere')/a   | UNKNOWN_INSTANCE   | 0  | 19 | There is no instance nowhere here.
            /data/vilage = 'x'      | UNKNOWN_QUESTION   | 0  | 12 | The form has no question /data/vilage. Is /data/village meant?
            ../nane                 | UNKNOWN_QUESTION   | 0  | 7  | The form has no question /data/child/nane. Is /data/child/name meant?
            current()/../x          | UNKNOWN_QUESTION   | 0  | 14 | The form has no question /data/child/x.
            /data/child[agee > 3]   | UNKNOWN_QUESTION   | 12 | 4  | The form has no question /data/child/agee. Is /data/child/age meant?
            #form/vilage            | UNKNOWN_QUESTION   | 0  | 12 | The form has no question #form/vilage.
            #case/rsk               | UNKNOWN_PROPERTY   | 0  | 9  | No form saves a property rsk of #case. Is risk meant?
            #case/parent/room       | UNKNOWN_PROPERTY   | 0  | 17 | No form saves a property room of #case/parent. Is rooms meant?
            instance('casedb')/casedb/case[@case_type = 'member']/wieght | UNKNOWN_PROPERTY | 0 | 60 | No form saves a property wieght of member. Is weight meant?
            #nothing/a              | UNKNOWN_SHORT_NAME | 0  | 10 | The short name #nothing means nothing here.
            $lnag                   | UNKNOWN_VARIABLE   | 0  | 5  | There is no variable $lnag here.
            count('a')              | NODES_NEEDED       | 6  | 3  | The function count() is asked about a path, and here it gets a text.
            sum(1 + 2)              | NODES_NEEDED       | 4  | 5  | The function sum() is asked about a path, and here it gets a number.
            count(if(true(), 1, 2)) | NODES_NEEDED       | 6  | 16 | The function count() is asked about a path, and here it gets a number.
            /data/child[name]       | NEVER_HOLDS        | 12 | 4  | This condition gives nodes, and on devices such a condition never holds; compare it with something.
            /data/child['x']        | NEVER_HOLDS        | 12 | 3  | This condition gives a text, and on devices such a condition never holds; compare it with something.
            . > 'old'               | NO_NUMBER          | 4  | 5  | A number or a date is needed here, and this text is none.
            -'x' = 1                | NO_NUMBER          | 1  | 3  | A number or a date is needed here, and this text is none.
            count(/data/child) = '' | NO_NUMBER          | 21 | 2  | A number or a date is needed here, and this text is none.
            format-date(., '%q')    | BAD_FORMAT         | 15 | 4  | A date format knows no %q.
            regex(., '[')           | BAD_PATTERN        | 9  | 3  | The pattern is malformed: Unclosed character class.
            """)
    void whatIsWrongIsFoundAtItsPlace(String text, Finding.Code code, int offset, int length, String message) {
        assertThat(Expressions.check(text, NAMES))
                .containsExactly(new Finding(code, new Span(offset, length), message));
    }

    @Test
    void bothSidesOfAUnionMustBePaths() {
        assertThat(Expressions.check(". | 3", NAMES))
                .containsExactly(new Finding(
                        Finding.Code.NODES_NEEDED,
                        new Span(4, 1),
                        "Both sides of | must be paths, and this gives a number."));
    }

    @Test
    void allThatIsWrongIsFoundInTheOrderOfTheText() {
        assertThat(Expressions.check("nope(/data/x) + $y + instance('z')/a", NAMES))
                .extracting(Finding::code)
                .containsExactly(
                        Finding.Code.UNKNOWN_FUNCTION,
                        Finding.Code.UNKNOWN_QUESTION,
                        Finding.Code.UNKNOWN_VARIABLE,
                        Finding.Code.UNKNOWN_INSTANCE);
        assertThat(Expressions.check("#case/x", NAMES)).allMatch(finding -> !finding.isError());
        assertThat(Expressions.check("$x", NAMES)).allMatch(Finding::isError);
    }

    @ParameterizedTest
    @MethodSource("org.baraza.xpath.RoundTripTest#expressionsOfApplications")
    void theSampleApplicationsHaveNoFaultThatCanBeSeenWithoutNames(String text) {
        assertThat(Expressions.check(text, Names.UNKNOWN)).isEmpty();
    }

    @Test
    void whatAnExpressionMentionsIsListed() throws Exception {
        Expr expr = Expressions.parse(
                "if(../name = $n, instance('casedb')/casedb/case[@case_id = #case/@case_id]/x, count(/data/child[age > 1]))");
        References mentioned = References.of(expr, Optional.of(Address.inForm("/data/child/age")));
        assertThat(mentioned.functions()).extracting(Use::name).containsExactly("if", "count");
        assertThat(mentioned.variables()).extracting(Use::name).containsExactly("n");
        assertThat(mentioned.instances()).extracting(Use::name).containsExactly("casedb");
        assertThat(mentioned.hashtags()).extracting(Expressions::print).containsExactly("#case/@case_id");
        assertThat(mentioned.paths().stream()
                        .map(PathUse::address)
                        .flatMap(Optional::stream)
                        .map(Address::text))
                .containsExactly(
                        "/data/child/name",
                        "instance('casedb')/casedb/case/x",
                        "instance('casedb')/casedb/case/@case_id",
                        "/data/child",
                        "/data/child/age");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1 + 2                         | NUMBER
            a = b                         | BOOLEAN
            'x'                           | TEXT
            today()                       | DATE
            a/b                           | NODES
            $x                            | ANY
            if(a, 'x', concat('y'))       | TEXT
            if(a, 'x', 1)                 | ANY
            cond(a, 1, b, 2, 3)           | NUMBER
            cond(a, 1, b, 'x', 3)         | ANY
            coalesce(1, 2)                | NUMBER
            depend('x', 1)                | TEXT
            unknown()                     | ANY
            -a                            | NUMBER
            """)
    void theKindOfAValueIsToldFromItsShape(String text, Kind kind) throws Exception {
        assertThat(Expressions.kind(Expressions.parse(text))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            ^                                   ; VALUE      ;                    ;
            con^                                ; VALUE      ;                    ; con
            a = ^                               ; VALUE      ;                    ;
            a = vi^lla                          ; VALUE      ;                    ; vi
            if(^                                ; VALUE      ;                    ;
            if(a, ^                             ; VALUE      ;                    ;
            a ^                                 ; OPERATOR   ;                    ;
            a an^                               ; OPERATOR   ;                    ; an
            a and ^                             ; VALUE      ;                    ;
            a and b^                            ; VALUE      ;                    ; b
            (a) ^                               ; OPERATOR   ;                    ;
            'x' ^                               ; OPERATOR   ;                    ;
            12^                                 ; NOTHING    ;                    ;
            'some te^                           ; NOTHING    ;                    ;
            * ^                                 ; OPERATOR   ;                    ;
            2 * ^                               ; VALUE      ;                    ;
            /^                                  ; STEP       ;                    ;
            /da^                                ; STEP       ;                    ; da
            /data/^                             ; STEP       ; /data              ;
            /data/child/a^                      ; STEP       ; /data/child        ; a
            /data/child[2]/a^                   ; STEP       ; /data/child        ; a
            /data/child[age > 3 and (b = 2)]/a^ ; STEP       ; /data/child        ; a
            /data/child[^                       ; VALUE      ; /data/child        ;
            /data/child[ag^                     ; VALUE      ; /data/child        ; ag
            /data/child[a/b^                    ; STEP       ; /data/child/a      ; b
            /data/child[@i^                     ; STEP       ; /data/child        ; i
            /data/child[contains(n^             ; VALUE      ; /data/child        ; n
            ../^                                ; STEP       ; ..                 ;
            current()/../n^                     ; STEP       ; current()/..       ; n
            instance('ca^                       ; INSTANCE   ;                    ; ca
            instance('casedb')/^                ; STEP       ; instance('casedb') ;
            instance('casedb')/casedb/case[@case_type = 'x']/vi^ ; PROPERTY ; instance('casedb')/casedb/case ; vi
            instance('casedb')/casedb/case[@case_^ ; PROPERTY ; instance('casedb')/casedb/case ; case_
            instance('casedb')/casedb/case[vi^  ; VALUE      ; instance('casedb')/casedb/case ; vi
            #^                                  ; SHORT_NAME ;                    ;
            #fo^                                ; SHORT_NAME ;                    ; fo
            #form/^                             ; QUESTION   ; #form              ;
            #form/child/na^                     ; QUESTION   ; #form/child        ; na
            #case/pa^                           ; PROPERTY   ; #case              ; pa
            #case/parent/^                      ; PROPERTY   ; #case/parent       ;
            $^                                  ; VARIABLE   ;                    ;
            $la^                                ; VARIABLE   ;                    ; la
            concat($la ^                        ; OPERATOR   ;                    ;
            """)
    void whatFitsAtTheCaretIsToldFromTheWordsBefore(
            String typed, Completion.Expected expected, String within, String prefix) {
        String text = typed.stripTrailing();
        int caret = text.indexOf('^');
        Completion completion = Expressions.completion(text.replace("^", ""), caret);
        String written = prefix == null ? "" : prefix;
        assertThat(completion)
                .isEqualTo(new Completion(
                        expected,
                        within == null ? "" : within,
                        written,
                        new Span(caret - written.length(), written.length())));
    }

    @Test
    void everyPlaceOfEveryExpressionCanBeCompleted() throws Exception {
        for (String text : RoundTripTest.expressionsOfApplications()) {
            for (int caret = 0; caret <= text.length(); caret++) {
                assertThat(Expressions.completion(text, caret).span().end()).isEqualTo(caret);
            }
        }
    }

    @Test
    void everyFunctionIsDocumentedWithItsArguments() throws Exception {
        String guide = Files.readString(Path.of("../docs/expressions.md"));
        for (Signature function : Expressions.functions()) {
            assertThat(guide).contains("`" + function.name() + "(" + function.parameters() + ")`");
        }
    }

    @Test
    void functionsAreListedForTheEditor() {
        List<Signature> functions = Expressions.functions();
        assertThat(functions).hasSizeGreaterThan(70);
        assertThat(functions)
                .filteredOn(it -> it.name().equals("substr"))
                .first()
                .satisfies(substr -> {
                    assertThat(substr.parameters()).isEqualTo("text, start, end?");
                    assertThat(substr.result()).isEqualTo(Kind.TEXT);
                });
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelevanceTest {

    /**
     * Situations that were measured on the engine of the devices. A case is written {@code name:flags>target}, with the
     * flags m (mine) and o (open), and {@code +} for an extension of the target, {@code >} for a child.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "open owned                                     | a:mo                        | a",
                "closed owned                                   | a:m                         |",
                "open not owned                                 | a:o                         |",
                "parent closed, child open owned                | p:m c:mo>p                  | p c",
                "parent not owned, child open owned             | p:o c:mo>p                  | p c",
                "parent closed and not owned, child open owned  | p: c:mo>p                   | p c",
                "parent open owned, child closed                | p:mo c:m>p                  | p",
                "parent open owned, child open not owned        | p:mo c:o>p                  | p",
                "host open owned, extension open not owned      | h:mo e:o+h                  | h e",
                "host open owned, extension closed              | h:mo e:m+h                  | h",
                "chain of open extensions not owned             | h:mo e:o+h f:o+e            | h e f",
                "closed extension cuts what hangs below it      | h:mo e:+h f:mo+e            | h",
                "host closed, extension open owned              | h:m e:mo+h                  |",
                "host closed not owned, extension open owned    | h: e:mo+h                   |",
                "host open not owned, extension open owned      | h:o e:mo+h                  | h e",
                "host of another with my child and an extension | h:o c:mo>h e:o+h            | h c e",
                "child of an extension of another               | h:mo e:o+h c:o>e            | h e",
                "extension with a closed parent of another      | h:mo p: e:o+h>p             | h e p",
                "parent and host at once                        | h:mo e:o>h+h                | h",
                "extension of two hosts, one available          | h:o g: e:mo+h+g             | h g e",
                "grandparents come along                        | g: p:>g c:mo>p              | g p c",
                "own open extension brings its host's others    | h:o e:mo+h f:o+h            | h e f"
            })
    void theSituationsMeasuredOnTheEngine(String situation, String cases, String live) {
        assertThat(live(cases)).as(situation).isEqualTo(live == null ? Set.of() : Set.of(live.split(" ")));
    }

    @Nested
    class Circles {
        @Test
        void ofParentsStayTogether() {
            assertThat(live("a:mo>b b:o>a")).containsExactlyInAnyOrder("a", "b");
        }

        @Test
        void ofHostsAreNeverAvailable() {
            assertThat(live("a:mo+b b:mo+a")).isEmpty();
        }
    }

    @Test
    void agreesWithTheDefinitionsOnRandomGraphs() {
        for (long seed = 1; seed <= 20_000; seed++) {
            RandomGraph random = RandomGraph.of(seed);
            CaseGraph graph = random.compact();
            Set<Integer> expected = new NaiveRelevance(random)
                    .live().stream().map(RandomGraph::number).collect(Collectors.toSet());
            Set<Integer> actual =
                    Relevance.live(graph).stream().mapToObj(graph::number).collect(Collectors.toSet());
            assertThat(actual).as("seed %d: %s", seed, random).isEqualTo(expected);
        }
    }

    @Test
    void aChainOfAHundredThousandIsNoDanger() {
        CaseGraphBuilder builder = new CaseGraphBuilder();
        int length = 100_000;
        for (int at = 0; at < length; at++) {
            builder.add(at, at == length - 1, true);
            if (at > 0) {
                builder.link(at, at - 1, true);
            }
        }
        CaseGraph chain = builder.build();
        assertThat(Relevance.live(chain).cardinality()).isEqualTo(length);
        assertThat(Cycles.of(chain)).containsOnly(Cycles.NONE);
    }

    private static Set<String> live(String cases) {
        List<String> names = new ArrayList<>();
        CaseGraphBuilder builder = new CaseGraphBuilder();
        String[] written = cases.split(" ");
        for (String one : written) {
            String name = one.substring(0, 1);
            String flags = one.split("[>+]")[0].substring(2);
            builder.add(names.size(), flags.contains("m"), flags.contains("o"));
            names.add(name);
        }
        for (String one : written) {
            for (int at = 1; at < one.length(); at++) {
                if (one.charAt(at) == '>' || one.charAt(at) == '+') {
                    String target = one.substring(at + 1, at + 2);
                    builder.link(names.indexOf(one.substring(0, 1)), names.indexOf(target), one.charAt(at) == '+');
                }
            }
        }
        CaseGraph graph = builder.build();
        return Relevance.live(graph).stream().mapToObj(names::get).collect(Collectors.toSet());
    }
}

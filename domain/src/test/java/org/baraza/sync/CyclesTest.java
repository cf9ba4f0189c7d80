// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CyclesTest {

    @Test
    void twoCasesAreInOneCircleExactlyIfEachCanBeReachedFromTheOther() {
        for (long seed = 1; seed <= 10_000; seed++) {
            RandomGraph random = RandomGraph.of(seed);
            boolean[][] reaches = reachability(random);
            int[] circles = Cycles.of(random.compact());
            for (int a = 0; a < random.size(); a++) {
                for (int b = 0; b < random.size(); b++) {
                    boolean together = a != b && circles[a] != Cycles.NONE && circles[a] == circles[b];
                    assertThat(together)
                            .as("seed %d, cases %d and %d of %s", seed, a, b, random)
                            .isEqualTo(a != b && reaches[a][b] && reaches[b][a]);
                }
            }
        }
    }

    private static boolean[][] reachability(RandomGraph graph) {
        boolean[][] reaches = new boolean[graph.size()][graph.size()];
        graph.links().stream()
                .filter(link -> link.target() < graph.size())
                .forEach(link -> reaches[link.source()][link.target()] = true);
        for (int over = 0; over < graph.size(); over++) {
            for (int a = 0; a < graph.size(); a++) {
                for (int b = 0; b < graph.size(); b++) {
                    reaches[a][b] |= reaches[a][over] && reaches[over][b];
                }
            }
        }
        return reaches;
    }
}

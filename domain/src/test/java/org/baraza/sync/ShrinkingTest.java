// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
    private static final List<Integer> FORTY = IntStream.range(0, 40).boxed().toList();

    @Test
    void whatDoesNotMatterIsLeftOut() {
        assertThat(Shrinking.shrink(FORTY, steps -> steps.containsAll(List.of(7, 31)), 500))
                .containsExactly(7, 31);
    }

    @Test
    void stepsThatAreOnlyNeededTogetherStay() {
        assertThat(Shrinking.shrink(FORTY, steps -> steps.containsAll(List.of(11, 12, 13)), 500))
                .containsExactly(11, 12, 13);
    }

    @Test
    void itStopsWhenItMayTryNoMore() {
        assertThat(Shrinking.shrink(FORTY, steps -> steps.contains(3), 2)).contains(3);
    }
}

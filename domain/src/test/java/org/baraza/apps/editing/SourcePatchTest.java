// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Changes in the notation that form builders send. */
final class SourcePatchTest {

    @Test
    void piecesAreTakenAndPutWhereTheyAreSaidToBe() throws Exception {
        assertThat(SourcePatch.apply("The quick brown fox jumps over the lazy dog.", """
                        @@ -1,11 +1,12 @@
                         Th
                        -e
                        +at
                          quick b
                        @@ -22,18 +22,17 @@
                         jump
                        -s
                        +ed
                          over\s
                        -the
                        +a
                          laz
                        """))
                .isEqualTo("That quick brown fox jumped over a lazy dog.");
    }

    @Test
    void positionsOfALaterHunkCountWithTheEarlierOnesMade() throws Exception {
        assertThat(SourcePatch.apply("<a/>\n<b/>", "@@ -1,4 +1,6 @@\n <a\n+ x\n /%3E\n@@ -8,4 +8,0 @@\n-%3Cb/%3E\n"))
                .isEqualTo("<a x/>\n");
    }

    @Test
    void signsAndLettersOfAllKindsSurvive() throws Exception {
        assertThat(SourcePatch.apply("", "@@ -0,0 +1,6 @@\n+a + b%0A%C3%A9\n")).isEqualTo("a + b\né");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> SourcePatch.apply("abc", "@@ -1,1 +1,1 @@\n-x\n"))
                .isInstanceOf(BadChange.class);
        assertThatThrownBy(() -> SourcePatch.apply("abc", "@@ -9,0 +9,1 @@\n+x\n"))
                .isInstanceOf(BadChange.class);
        assertThatThrownBy(() -> SourcePatch.apply("abc", "-a\n")).isInstanceOf(BadChange.class);
        assertThatThrownBy(() -> SourcePatch.apply("abc", "@@ -1 +1 @@\n+%zz\n"))
                .isInstanceOf(BadChange.class);
    }
}

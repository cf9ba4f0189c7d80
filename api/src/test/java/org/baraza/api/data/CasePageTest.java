// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Queries of case lists as programs write them. */
final class CasePageTest {

    @Test
    void aPercentSignThatEncodesNothingStandsForItself() {
        assertThat(CasePage.of("case_name=100%&owner_id=%zz&properties.mark=50%25+%C3%A9%").parameters())
                .isEqualTo(Map.of(
                        "case_name", List.of("100%"),
                        "owner_id", List.of("%zz"),
                        "properties.mark", List.of("50% é%")));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class QuotaTest {

    /** Authentication and limits, section 10: for N events a day 5N, N, 3N/23, 0.07N/23 and 0.005N/23, and a constant. */
    @Test
    void aProjectMayDoWhatHqLetsItDo() {
        assertThat(HqQuota.DATA_API.of(10).most())
                .isEqualTo(Map.of(
                        Window.WEEK, 50_100L,
                        Window.DAY, 10_050L,
                        Window.HOUR, 1_335L,
                        Window.MINUTE, 41L,
                        Window.SECOND, 4L));
        assertThat(HqQuota.SUBMISSIONS.of(1_000).most())
                .isEqualTo(Map.of(
                        Window.WEEK, 230_100L,
                        Window.DAY, 46_050L,
                        Window.HOUR, 6_030L,
                        Window.MINUTE, 150L,
                        Window.SECOND, 11L));
        assertThat(HqQuota.RESTORES.of(0).most())
                .isEqualTo(Map.of(
                        Window.WEEK, 50L,
                        Window.DAY, 25L,
                        Window.HOUR, 15L,
                        Window.MINUTE, 5L,
                        Window.SECOND, 1L));
    }

    @Test
    void anOperatorWritesWhatShePermits() {
        assertThat(Quota.read("60/minute, 1000/hour").most())
                .isEqualTo(Map.of(Window.MINUTE, 60L, Window.HOUR, 1_000L));
        assertThat(Quota.read("60/minute,1000/hour").policy()).isEqualTo("60;w=60, 1000;w=3600");
    }

    @Test
    void whatCannotBeReadStopsTheStartAndIsNamed() {
        for (String wrong : new String[] {"", "many", "0/minute", "60/fortnight", "-1/hour", "60"}) {
            assertThatThrownBy(() -> Rule.read("BARAZA_LIMITS_DATA_API", wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("BARAZA_LIMITS_DATA_API");
        }
        assertThatThrownBy(() -> rules("sometimes", "hq").read()).hasMessageContaining("BARAZA_LIMITS is hq or off");
        assertThatThrownBy(() -> rules("hq", "hq").read()).hasMessageContaining("BARAZA_LIMITS_SUBMISSIONS");
    }

    private static LimitRules rules(String mode, String submissions) {
        return new LimitRules(mode, "hq", "off", "off", submissions, "hq", "hq", "hq", "off", "off");
    }
}

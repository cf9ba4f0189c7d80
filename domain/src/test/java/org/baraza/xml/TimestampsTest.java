// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @Nested
    class Normalised {

        @ParameterizedTest
        @CsvSource({
            "2024-03-01T10:15:00.000+03, 2024-03-01T07:15:00.000000Z",
            "2024-03-01 10:15, 2024-03-01T10:15:00.000000Z",
            "2024-03-01T10:15, 2024-03-01T10:15:00.000000Z",
            "2024-03-01T23:30:00-05:00, 2024-03-02T04:30:00.000000Z",
            "2024-03-01T10:15:30.250+05:30, 2024-03-01T04:45:30.250000Z",
            "2024-03-01T10:15:30.250+0530, 2024-03-01T04:45:30.250000Z",
            "2024-03-01T08:00:00.000Z, 2024-03-01T08:00:00.000000Z",
            "2024-03-01T08:00:00z, 2024-03-01T08:00:00.000000Z",
            "2024-03-01T08:00:00.1234Z, 2024-03-01T08:00:00.123400Z",
            "2024-03-01T08:00:00.123456, 2024-03-01T08:00:00.123456Z",
            "'2024-03-01T08:00:00,123', 2024-03-01T08:00:00.123000Z",
            "2024-03-01T10:15+03, 2024-03-01T07:15:00.000000Z",
            "2024-03-01T10:15-03:00, 2024-03-01T13:15:00.000000Z",
            "2024-03-01T10:15Z, 2024-03-01T10:15:00.000000Z",
            "20240301T1015, 2024-03-01T10:15:00.000000Z",
            "20240301 101530, 2024-03-01T10:15:30.000000Z",
            "20240301T101530250Z, 2024-03-01T10:15:30.250000Z",
            "2024/03/01 10.15, 2024-03-01T10:15:00.000000Z",
            "2024.03.01 10h15m30, 2024-03-01T10:15:30.000000Z",
            "2024-02-29T00:00, 2024-02-29T00:00:00.000000Z",
            "2000-02-29T23:59:59.999999, 2000-02-29T23:59:59.999999Z",
            "2024-12-31T23:30-01:00, 2025-01-01T00:30:00.000000Z",
            "1969-12-31T23:59:59.999+00:00, 1969-12-31T23:59:59.999000Z",
            "0001-01-01T00:00, 0001-01-01T00:00:00.000000Z",
            "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z",
            "2024-03-01T08:00:00.000000Z, 2024-03-01T08:00:00.000000Z"
        })
        void aDateWithATimeBecomesUtc(String text, String normal) {
            assertThat(Timestamps.normalised(text)).isEqualTo(normal);
            assertThat(Timestamps.normalised(normal)).isEqualTo(normal);
            assertThat(Timestamps.parse(text)).contains(Instant.parse(normal));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "n",
                    "2024-03-01",
                    "20240301",
                    "10:15:00",
                    "10:15:00.000+03",
                    "007.50",
                    "254700123456",
                    "20240301101530",
                    "2024-03-01  10:15",
                    "2024-03-01t10:15",
                    "2024-03-01-10:15",
                    "2024-03-01T10",
                    "2024-03-01T10:",
                    "2024-03-01T10:15:",
                    "2024-03-01T10:15x",
                    "2024-03-01T10:15:30.",
                    "2024-03-01T10:15:30.1",
                    "2024-03-01T10:15:30.12Z",
                    "2024-03-01T10:15:30.1234567Z",
                    "2024-03-01T10:15.250",
                    "2024-03-01T10:15 +03",
                    "2024-03-01T10:15:30 Z",
                    "2024-03-01T10:15+3",
                    "2024-03-01T10:15+24",
                    "2024-03-01T10:15+03:60",
                    "2024-03-01T10:15+03:",
                    "2024-03-01T10:15ZZ",
                    "2024-3-1T10:15:30",
                    "24-03-01T10:15:30",
                    "2024-02-30T10:15",
                    "2023-02-29T10:15",
                    "1900-02-29T10:15",
                    "2024-04-31T10:15",
                    "2024-13-01T10:15",
                    "2024-00-01T10:15",
                    "2024-03-00T10:15",
                    "2024-03-01T24:00",
                    "2024-03-01T10:60",
                    "2024-03-01T10:15:60",
                    "0000-01-01T00:00",
                    "0001-01-01T00:00+03",
                    "9999-12-31T23:59-03",
                    " 2024-03-01T10:15",
                    "2024-03-01T10:15\n",
                    "born 2024-03-01T10:15",
                    "2024-03-01T10:15 today",
                    "2024--03-01T10:15",
                    "٢٠٢٤-03-01T10:15"
                })
        void anythingElseStaysAsItIs(String text) {
            assertThat(Timestamps.normalised(text)).isSameAs(text);
        }
    }

    @Nested
    class Parsed {

        @ParameterizedTest
        @CsvSource({
            "2024-03-01, 2024-03-01T00:00:00Z",
            "20240301, 2024-03-01T00:00:00Z",
            "' 2024-03-01 ', 2024-03-01T00:00:00Z",
            "2024-03-01T10:15:30.5+03:00, 2024-03-01T07:15:30.500Z",
            "2024-03-01T10:15:30.123456789Z, 2024-03-01T10:15:30.123456Z"
        })
        void isMoreThanFormJsonNormalises(String text, String instant) {
            assertThat(Timestamps.parse(text)).contains(Instant.parse(instant));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "yesterday",
                    "2024",
                    "2024-03",
                    "10:15",
                    "2024/03/01",
                    "2024-0301",
                    "2024-02-30",
                    "2024-03-01T",
                    "2024-03-01T25:00",
                    "1709287200"
                })
        void isNothingIfItIsNoDate(String text) {
            assertThat(Timestamps.parse(text)).isEmpty();
        }
    }

    @Nested
    class Formatted {

        @Test
        void hasSixDigitsAndZ() {
            assertThat(Timestamps.format(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000000Z");
            assertThat(Timestamps.format(Instant.parse("2024-03-01T10:05:09.012345678Z")))
                    .isEqualTo("2024-03-01T10:05:09.012345Z");
        }

        @Test
        void isWhatTheLibraryWritesAndReadsBackForAnyMoment() {
            DateTimeFormatter library = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
                    .withZone(ZoneOffset.UTC);
            Random random = new Random(20_240_301);
            for (int i = 0; i < 20_000; i++) {
                long second = random.nextLong(TimestampScanner.FIRST_SECOND, TimestampScanner.LAST_SECOND + 1);
                Instant instant = Instant.ofEpochSecond(second, random.nextInt(1_000_000) * 1_000L);
                String text = Timestamps.format(instant);
                assertThat(text).isEqualTo(library.format(instant));
                assertThat(Timestamps.parse(text)).contains(instant);
                assertThat(Timestamps.normalised(text)).isEqualTo(text);
            }
        }

        @Test
        void normalisesAnyOffsetAsTheLibraryDoes() {
            Random random = new Random(33);
            DateTimeFormatter pattern = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
            for (int i = 0; i < 20_000; i++) {
                Instant instant = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000) * 1_000_000L);
                ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-64, 65) * 900);
                String text = pattern.format(OffsetDateTime.ofInstant(instant, offset));
                assertThat(Timestamps.normalised(text)).isEqualTo(Timestamps.format(instant));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"+10000-01-01T00:00:00Z", "0000-12-31T23:59:59Z"})
        void refusesYearsThatDoNotHaveFourDigits(String instant) {
            assertThatThrownBy(() -> Timestamps.format(Instant.parse(instant)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are places. */
class GeoPointTest {

    private static GeoPoint point(String latitude, String longitude, String... altitude) {
        return new GeoPoint(
                new BigDecimal(latitude),
                new BigDecimal(longitude),
                altitude.length == 0 ? Optional.empty() : Optional.of(new BigDecimal(altitude[0])));
    }

    @Test
    void latitudeComesFirstAndAltitudeAndAccuracyMayBeLeftOut() {
        assertThat(GeoPoint.of("-1.28 36.81 1661.0 4.5")).contains(point("-1.28", "36.81", "1661.0"));
        assertThat(GeoPoint.of("-1.28 36.81 1661.0")).contains(point("-1.28", "36.81", "1661.0"));
        assertThat(GeoPoint.of(" -1.28\t36.81\n")).contains(point("-1.28", "36.81"));
        assertThat(GeoPoint.of("1 2")).contains(point("1", "2"));
        assertThat(GeoPoint.of("5.0E-4 -180 -12 0")).contains(point("5.0E-4", "-180", "-12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "---",
                "-1.28",
                "-1.28,36.81",
                "90.1 36.81",
                "-1.28 180.01",
                "-1.28 36.81 high",
                "-1.28 36.81 1661 4 5",
                "NaN 36.81",
                "1.5f 36.81",
                "1e-999999999 36.81",
                "1.28 36.81 1e999999999",
                "Kibera 4",
                "٣.٥ ٤.٥"
            })
    void anythingElseIsNoPlace(String text) {
        assertThat(GeoPoint.of(text)).isEmpty();
        assertThat(GeoPoint.guessed(text)).isEmpty();
    }

    @Test
    void answersThatAreNumbersAreNotGuessedToBeAPlace() {
        assertThat(GeoPoint.guessed("1 2")).isEmpty();
        assertThat(GeoPoint.guessed("1.5 2 3 4")).isEmpty();
        assertThat(GeoPoint.guessed("1.5 2.5 0 10")).contains(point("1.5", "2.5", "0"));
        assertThat(GeoPoint.guessed("-1.28 36.81")).contains(point("-1.28", "36.81"));
    }
}

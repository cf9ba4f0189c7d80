// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place on Earth, in degrees and metres.
 *
 * @param altitude empty where it was not said
 */
public record GeoPoint(BigDecimal latitude, BigDecimal longitude, Optional<BigDecimal> altitude) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** As phones write them: small ones with an exponent, which has two digits at most so that no number takes pages to write. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,9}(\\.[0-9]{1,20})?([Ee][+-]?[0-9]{1,2})?");

    private static final int FEWEST_NUMBERS = 2;
    private static final int MOST_NUMBERS = 4;
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);

    /**
     * The place that a GPS question answers with: latitude, longitude, altitude and accuracy, of which the last two may be left
     * out.
     *
     * @return empty for every other text
     */
    public static Optional<GeoPoint> of(String text) {
        return read(parts(text));
    }

    /**
     * The place in a text of which nobody said that it is one: both degrees have decimals, as phones write them, because the
     * answers <code>1 2</code> of a question with several are no place.
     *
     * @return empty for every other text
     */
    public static Optional<GeoPoint> guessed(String text) {
        String[] parts = parts(text);
        return Arrays.stream(parts).limit(FEWEST_NUMBERS).allMatch(part -> part.contains("."))
                ? read(parts)
                : Optional.empty();
    }

    /** No more than it takes to see that there are too many. */
    private static String[] parts(String text) {
        return BLANKS.split(text.strip(), MOST_NUMBERS + 1);
    }

    private static Optional<GeoPoint> read(String[] parts) {
        if (parts.length < FEWEST_NUMBERS
                || parts.length > MOST_NUMBERS
                || !Arrays.stream(parts).allMatch(part -> NUMBER.matcher(part).matches())) {
            return Optional.empty();
        }
        BigDecimal latitude = new BigDecimal(parts[0]);
        BigDecimal longitude = new BigDecimal(parts[1]);
        if (latitude.abs().compareTo(POLE) > 0 || longitude.abs().compareTo(DATE_LINE) > 0) {
            return Optional.empty();
        }
        return Optional.of(new GeoPoint(
                latitude,
                longitude,
                parts.length > FEWEST_NUMBERS ? Optional.of(new BigDecimal(parts[2])) : Optional.empty()));
    }
}

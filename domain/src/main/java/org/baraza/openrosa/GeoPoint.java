// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import java.math.BigDecimal;
import java.util.Optional;

/** Where a form was filled in, with the decimals as the device wrote them. */
public record GeoPoint(BigDecimal latitude, BigDecimal longitude, BigDecimal altitude, BigDecimal accuracy) {

    private static final int LONGEST_NUMBER = 40;

    /**
     * Reads {@code latitude longitude altitude accuracy}, separated by blanks (device protocol: meta block); anything
     * else, and a place that is not on Earth, is no point.
     */
    static Optional<GeoPoint> of(String location) {
        String[] parts = location.strip().split("\\s+");
        if (parts.length != 4) {
            return Optional.empty();
        }
        for (String part : parts) {
            if (part.length() > LONGEST_NUMBER || !part.matches("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?")) {
                return Optional.empty();
            }
        }
        GeoPoint point = new GeoPoint(
                new BigDecimal(parts[0]), new BigDecimal(parts[1]), new BigDecimal(parts[2]), new BigDecimal(parts[3]));
        boolean onEarth = point.latitude.abs().compareTo(BigDecimal.valueOf(90)) <= 0
                && point.longitude.abs().compareTo(BigDecimal.valueOf(180)) <= 0;
        return onEarth ? Optional.of(point) : Optional.empty();
    }
}

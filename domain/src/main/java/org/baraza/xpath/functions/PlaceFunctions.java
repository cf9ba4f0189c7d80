// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.baraza.xpath.EvaluationFailed;
import org.baraza.xpath.Value;

/** Where things are. */
final class PlaceFunctions {

    private PlaceFunctions() {}

    static final Map<String, Body> ALL = Map.of(
            "distance",
            PlaceFunctions::distance,
            "closest-point-on-polygon",
            PlaceFunctions::closest,
            "is-point-inside-polygon",
            in -> Value.of(area(in).contains(place(in))),
            "here",
            in -> Value.of(in.surroundings().place().get().orElse("")));

    private static Value distance(Arguments in) {
        String from = in.text(0);
        String to = in.text(1);
        return from.isBlank() || to.isBlank()
                ? Value.of(-1)
                : Value.of(Place.of(from).distanceTo(Place.of(to)));
    }

    private static Value closest(Arguments in) {
        Place nearest = area(in).nearest(place(in));
        return Value.of(degrees(nearest.latitude()) + " " + degrees(nearest.longitude()));
    }

    private static Place place(Arguments in) {
        return Place.of(given(in.text(0)));
    }

    private static Area area(Arguments in) {
        return new Area(Place.corners(given(in.text(1))));
    }

    private static String given(String text) {
        if (text.isBlank()) {
            throw new EvaluationFailed("A place and the corners of an area are needed, and one of them is blank.");
        }
        return text;
    }

    /** Eight decimals are a millimetre. */
    private static String degrees(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(8, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.util.ArrayList;
import java.util.List;
import org.baraza.xpath.EvaluationFailed;
import org.baraza.xpath.Value;

/** A point on the earth in degrees. */
record Place(double latitude, double longitude) {

    /** The earth as devices take it, in metres. */
    private static final double RADIUS = 6_371_009;

    /** The place in a geopoint: latitude and longitude, behind which height and accuracy may stand. */
    static Place of(String geopoint) {
        List<Double> numbers = numbers(geopoint);
        if (numbers.size() < 2) {
            throw new EvaluationFailed("\"" + geopoint + "\" is no place; a latitude and a longitude are needed.");
        }
        return checked(numbers.get(0), numbers.get(1));
    }

    /** The corners of an area: latitudes and longitudes in turn. */
    static List<Place> corners(String area) {
        List<Double> numbers = numbers(area);
        if (numbers.size() < 6 || numbers.size() % 2 != 0) {
            throw new EvaluationFailed("An area needs three corners or more, each a latitude and a longitude.");
        }
        List<Place> corners = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += 2) {
            corners.add(checked(numbers.get(i), numbers.get(i + 1)));
        }
        return corners;
    }

    private static Place checked(double latitude, double longitude) {
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            throw new EvaluationFailed("A latitude goes from -90 to 90 and a longitude from -180 to 180.");
        }
        return new Place(latitude, longitude);
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String word : text.replace(',', ' ').split("\\s+", -1)) {
            if (!word.isEmpty()) {
                double number = Value.of(word).number();
                if (Double.isNaN(number)) {
                    throw new EvaluationFailed("\"" + word + "\" is no degree.");
                }
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** Along the surface, in metres. */
    double distanceTo(Place other) {
        double from = Math.toRadians(latitude);
        double to = Math.toRadians(other.latitude);
        double haversine = square(Math.sin((from - to) / 2))
                + square(Math.sin(Math.toRadians(longitude - other.longitude) / 2)) * Math.cos(from) * Math.cos(to);
        return RADIUS * 2 * Math.asin(Math.sqrt(haversine));
    }

    private static double square(double number) {
        return number * number;
    }
}

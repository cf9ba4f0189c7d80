// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.util.List;

/** A polygon on the earth, small enough that its surroundings are flat. */
record Area(List<Place> corners) {

    /** About a millimetre, in degrees. */
    private static final double TOUCHING = 1e-8;

    Area {
        corners = List.copyOf(corners);
    }

    /** Whether a place lies within or on the border. */
    boolean contains(Place place) {
        boolean inside = false;
        for (int i = 0; i < corners.size(); i++) {
            Place a = corners.get(i);
            Place b = corners.get((i + 1) % corners.size());
            if (apart(nearest(place, a, b), place) < TOUCHING) {
                return true;
            }
            boolean crosses = (a.latitude() > place.latitude()) != (b.latitude() > place.latitude());
            if (crosses && place.longitude() < longitudeAt(place.latitude(), a, b)) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static double longitudeAt(double latitude, Place a, Place b) {
        return a.longitude()
                + (latitude - a.latitude()) / (b.latitude() - a.latitude()) * (b.longitude() - a.longitude());
    }

    /** The place on the border that is nearest. */
    Place nearest(Place place) {
        Place best = corners.getFirst();
        for (int i = 0; i < corners.size(); i++) {
            Place candidate = nearest(place, corners.get(i), corners.get((i + 1) % corners.size()));
            if (apart(candidate, place) < apart(best, place)) {
                best = candidate;
            }
        }
        return best;
    }

    /** The nearest place between two; degrees of longitude are shorter the farther they are from the equator. */
    private static Place nearest(Place place, Place a, Place b) {
        double shrink = Math.cos(Math.toRadians(place.latitude()));
        double north = b.latitude() - a.latitude();
        double east = (b.longitude() - a.longitude()) * shrink;
        double length = north * north + east * east;
        if (length == 0) {
            return a;
        }
        double along = ((place.latitude() - a.latitude()) * north + (place.longitude() - a.longitude()) * shrink * east)
                / length;
        double share = Math.clamp(along, 0, 1);
        return new Place(a.latitude() + share * north, a.longitude() + share * (b.longitude() - a.longitude()));
    }

    private static double apart(Place one, Place other) {
        double shrink = Math.cos(Math.toRadians(other.latitude()));
        return Math.hypot(one.latitude() - other.latitude(), (one.longitude() - other.longitude()) * shrink);
    }
}

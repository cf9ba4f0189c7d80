// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Which part of the tree a phone shows: where somebody works, all that stands above, and below as far as she sees. No
 * location is in it twice. Pure.
 *
 * @param single paths of locations that are shown by themselves, in order
 * @param whole paths of locations that are shown with all that stands below them, in order
 */
record ShownPlaces(List<String> single, List<String> whole) {
    static final ShownPlaces NONE = new ShownPlaces(List.of(), List.of());

    static ShownPlaces of(Collection<Location> assigned) {
        TreeSet<String> line = new TreeSet<>();
        TreeSet<String> seen = new TreeSet<>();
        for (Location location : assigned) {
            line.addAll(location.line());
            if (location.type().viewDescendants()) {
                seen.add(location.path());
            }
        }
        List<String> whole = outermost(seen);
        line.removeIf(path -> whole.stream().anyMatch(path::startsWith));
        return new ShownPlaces(List.copyOf(line), whole);
    }

    boolean isEmpty() {
        return single.isEmpty() && whole.isEmpty();
    }

    /** In the order of paths, what stands within another follows it. */
    private static List<String> outermost(TreeSet<String> paths) {
        List<String> outermost = new ArrayList<>();
        for (String path : paths) {
            if (outermost.isEmpty() || !path.startsWith(outermost.getLast())) {
                outermost.add(path);
            }
        }
        return outermost;
    }
}

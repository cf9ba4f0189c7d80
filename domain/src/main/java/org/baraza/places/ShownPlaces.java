// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which part of the tree a phone shows: where somebody works, all that stands above, and below as far as she sees. Pure.
 *
 * @param single numbers of locations that are shown by themselves
 * @param whole paths of locations that are shown with all that stands below them
 */
record ShownPlaces(Set<Integer> single, List<String> whole) {

    static ShownPlaces of(Collection<Location> assigned) {
        Set<Integer> single = new TreeSet<>();
        TreeSet<String> seen = new TreeSet<>();
        for (Location location : assigned) {
            single.addAll(location.ancestors());
            single.add(location.number());
            if (location.type().viewDescendants()) {
                seen.add(location.path());
            }
        }
        return new ShownPlaces(single, outermost(seen));
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

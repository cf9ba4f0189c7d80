// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what needs itself, by way of others. */
final class Circles {
    private final Map<String, Set<String>> dependsOn;
    private final Set<String> done = new HashSet<>();
    private final List<List<String>> found = new ArrayList<>();

    private Circles(Map<String, Set<String>> dependsOn) {
        this.dependsOn = dependsOn;
    }

    /** One circle for each that is met; each node is gone through once, without recursion. */
    static List<List<String>> in(Map<String, Set<String>> dependsOn) {
        Circles circles = new Circles(dependsOn);
        dependsOn.keySet().forEach(circles::from);
        return circles.found;
    }

    private void from(String start) {
        if (done.contains(start)) {
            return;
        }
        List<String> way = new ArrayList<>();
        Map<String, Integer> position = new HashMap<>();
        Deque<Iterator<String>> open = new ArrayDeque<>();
        enter(start, way, position, open);
        while (!open.isEmpty()) {
            Iterator<String> next = open.getLast();
            if (!next.hasNext()) {
                open.removeLast();
                String left = way.removeLast();
                position.remove(left);
                done.add(left);
                continue;
            }
            String to = next.next();
            Integer at = position.get(to);
            if (at != null) {
                found.add(List.copyOf(way.subList(at, way.size())));
            } else if (!done.contains(to)) {
                enter(to, way, position, open);
            }
        }
    }

    private void enter(String node, List<String> way, Map<String, Integer> position, Deque<Iterator<String>> open) {
        position.put(node, way.size());
        way.add(node);
        open.addLast(dependsOn.getOrDefault(node, Set.of()).iterator());
    }
}

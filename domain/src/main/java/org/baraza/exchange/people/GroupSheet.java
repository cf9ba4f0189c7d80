// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.baraza.exchange.work.SheetSource;
import org.baraza.exchange.work.YesNo;
import org.baraza.places.Group;

/** The sheet of groups, as it can be sent back. There are as many as people can tell apart, so they are held in memory. */
final class GroupSheet implements SheetSource {
    private final List<Group> groups;
    private final List<String> keys;
    private boolean written;

    GroupSheet(List<Group> groups) {
        this.groups = List.copyOf(groups);
        TreeSet<String> all = new TreeSet<>();
        groups.forEach(group -> all.addAll(group.metadata().keySet()));
        this.keys = List.copyOf(all);
    }

    @Override
    public String name() {
        return GroupPart.SHEET;
    }

    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("id", "name", "case-sharing?", "reporting?"));
        keys.forEach(key -> header.add("data: " + key));
        return header;
    }

    @Override
    public List<List<String>> next() {
        if (written) {
            return List.of();
        }
        written = true;
        return groups.stream().map(this::row).toList();
    }

    private List<String> row(Group group) {
        List<String> row = new ArrayList<>(
                List.of(group.groupId(), group.name(), YesNo.text(group.caseSharing()), YesNo.text(group.reporting())));
        keys.forEach(key -> row.add(group.metadata().getOrDefault(key, "")));
        return row;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.baraza.fixtures.Fixture;
import org.baraza.fixtures.FixtureProvider;
import org.baraza.fixtures.FixtureRecipient;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.xml.XmlWriter;

/**
 * The groups whose cases a person shares: her case-sharing groups, and one for each location that she owns for. Devices
 * derive from it who owns for her, so it is in every payload, even when it names no group (device protocol: fixture
 * user-groups).
 */
public final class UserGroups implements FixtureProvider {
    private static final String OF_LOCATION = "commcare_location_";

    private final PhoneStore store = new PhoneStore();

    /** A group as phones know it. */
    private record Shared(String id, String name, Map<String, String> data) {}

    @Override
    public List<Fixture> fixtures(Tx tx, FixtureRecipient recipient) {
        List<Shared> groups = groups(tx, recipient.userId());
        return List.of(out -> write(out, recipient, groups));
    }

    @Override
    public boolean decidesWhatIsKept() {
        return true;
    }

    private List<Shared> groups(Tx tx, String userId) {
        List<Shared> groups = new ArrayList<>();
        for (Group group : store.sharingGroups(tx, userId)) {
            groups.add(new Shared(group.groupId(), group.name(), group.metadata()));
        }
        List<Location> locations = store.sharingLocations(tx, userId);
        Map<Integer, String> names = names(tx, locations);
        locations.forEach(location -> groups.add(ofLocation(location, names)));
        groups.sort(Comparator.comparing(Shared::id));
        return groups;
    }

    /** The names of the locations and of all above them. */
    private Map<Integer, String> names(Tx tx, List<Location> locations) {
        Map<Integer, String> names = new TreeMap<>();
        locations.forEach(location -> names.put(location.number(), location.name()));
        Set<Integer> above = new HashSet<>();
        locations.forEach(location -> above.addAll(location.ancestors()));
        above.removeAll(names.keySet());
        if (!above.isEmpty()) {
            names.putAll(store.names(tx, above));
        }
        return names;
    }

    private static Shared ofLocation(Location location, Map<Integer, String> names) {
        StringBuilder name = new StringBuilder();
        location.ancestors()
                .forEach(above -> name.append(names.getOrDefault(above, "")).append('/'));
        name.append(location.name()).append("-Cases");
        Map<String, String> data = new TreeMap<>();
        data.put(OF_LOCATION + "type", location.type().name());
        data.put(OF_LOCATION + "name", location.name());
        location.metadata().forEach((field, value) -> data.put(OF_LOCATION + field, value));
        return new Shared(location.locationId(), name.toString(), data);
    }

    private static void write(XmlWriter out, FixtureRecipient recipient, List<Shared> groups) throws IOException {
        out.start("fixture")
                .attribute("id", "user-groups")
                .attribute("user_id", recipient.userId())
                .start("groups");
        for (Shared group : groups) {
            out.start("group").attribute("id", group.id()).element("name", group.name());
            if (!group.data().isEmpty()) {
                out.start("group_data");
                for (var data : group.data().entrySet()) {
                    out.start("data")
                            .attribute("key", data.getKey())
                            .text(data.getValue())
                            .end();
                }
                out.end();
            }
            out.end();
        }
        out.end().end();
    }
}

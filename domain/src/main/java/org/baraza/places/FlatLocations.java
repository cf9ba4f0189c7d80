// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.baraza.fixtures.Fixture;
import org.baraza.fixtures.FixtureProvider;
import org.baraza.fixtures.FixtureRecipient;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.xml.XmlWriter;

/**
 * The part of the tree of locations that a person works in, as one flat list with the ids of all above as attributes
 * (device protocol: fixture locations), and before it the names of what the device shall index. Sent where the project has
 * levels and wants the list; without rows to somebody who works nowhere; not again while nothing of it changed.
 */
public final class FlatLocations implements FixtureProvider {
    private static final String ID = "locations";

    private final PhoneStore store = new PhoneStore();
    private final LocationTypeStore levels = new LocationTypeStore();

    @Override
    public List<Fixture> fixtures(Tx tx, FixtureRecipient recipient) {
        ShownTree tree = store.tree(tx, recipient.userId());
        List<String> attributes = tree.shape().flat()
                ? levels.all(tx).values().stream()
                        .map(FlatLocations::attribute)
                        .sorted()
                        .toList()
                : List.of();
        if (attributes.isEmpty()) {
            return recipient.held().forgotten(ID).isEmpty()
                    ? List.of()
                    : List.of(out -> write(out, tx, recipient, ShownPlaces.NONE, attributes));
        }
        return recipient
                .held()
                .unlessHeld(
                        ID,
                        tree.stamp(),
                        List.of(
                                out -> writeSchema(out, attributes),
                                out -> write(out, tx, recipient, tree.places(), attributes)));
    }

    private static String attribute(LocationType level) {
        return level.code() + "_id";
    }

    private static void writeSchema(XmlWriter out, List<String> attributes) throws IOException {
        TreeSet<String> indexed = new TreeSet<>(List.of("@id", "@type", "name"));
        attributes.forEach(attribute -> indexed.add("@" + attribute));
        out.start("schema").attribute("id", ID).start("indices");
        for (String index : indexed) {
            out.element("index", index);
        }
        out.end().end();
    }

    private void write(XmlWriter out, Tx tx, FixtureRecipient recipient, ShownPlaces places, List<String> attributes)
            throws IOException {
        out.start("fixture")
                .attribute("id", ID)
                .attribute("user_id", recipient.userId())
                .attribute("indexed", "true")
                .start("locations");
        if (!places.isEmpty()) {
            writeAll(out, tx, places, attributes);
        }
        out.end().end();
    }

    /** What is held in memory is the line from the root to the row that is being written. */
    private void writeAll(XmlWriter out, Tx tx, ShownPlaces shown, List<String> attributes) throws IOException {
        Deque<Location> line = new ArrayDeque<>();
        store.forEachShown(tx, shown, location -> {
            while (!line.isEmpty() && !location.isWithin(line.getLast())) {
                line.removeLast();
            }
            line.addLast(location);
            write(out, location, idsByLevel(line), attributes);
        });
    }

    private static Map<String, String> idsByLevel(Deque<Location> line) {
        Map<String, String> ids = new HashMap<>();
        line.forEach(location -> ids.put(attribute(location.type()), location.locationId()));
        return ids;
    }

    private static void write(XmlWriter out, Location location, Map<String, String> ids, List<String> attributes)
            throws IOException {
        out.start("location").attribute("type", location.type().code()).attribute("id", location.locationId());
        for (String attribute : attributes) {
            out.attribute(attribute, ids.getOrDefault(attribute, ""));
        }
        LocationElement.writeFields(out, location);
        out.end();
    }
}

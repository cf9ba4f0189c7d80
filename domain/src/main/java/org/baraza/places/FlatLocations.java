// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.io.IOException;
import java.math.BigDecimal;
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
import org.baraza.xml.XmlNames;
import org.baraza.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * The part of the tree of locations that a person works in, as one flat list with the ids of all above as attributes
 * (device protocol: fixture locations), and before it the names of what the device shall index. Sent where the project has
 * levels; without rows to somebody who works nowhere.
 */
public final class FlatLocations implements FixtureProvider {
    private static final String ID = "locations";

    private final PhoneStore store = new PhoneStore();
    private final LocationTypeStore levels = new LocationTypeStore();

    @Override
    public List<Fixture> fixtures(Tx tx, FixtureRecipient recipient) {
        List<String> attributes = levels.all(tx).values().stream()
                .map(FlatLocations::attribute)
                .sorted()
                .toList();
        if (attributes.isEmpty()) {
            return List.of();
        }
        return List.of(out -> writeSchema(out, attributes), out -> write(out, tx, recipient, attributes));
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

    private void write(XmlWriter out, Tx tx, FixtureRecipient recipient, List<String> attributes) throws IOException {
        out.start("fixture")
                .attribute("id", ID)
                .attribute("user_id", recipient.userId())
                .attribute("indexed", "true")
                .start("locations");
        ShownPlaces shown = ShownPlaces.of(store.assigned(tx, recipient.userId()));
        if (!shown.isEmpty()) {
            writeAll(out, tx, shown, attributes);
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
        out.element("name", location.name())
                .element("site_code", location.siteCode())
                .element("external_id", location.externalId())
                .element("latitude", degrees(location.latitude()))
                .element("longitude", degrees(location.longitude()))
                .element("location_type", location.type().name())
                .element("supply_point_id", "")
                .start("location_data");
        for (var field : location.metadata().entrySet()) {
            if (XmlNames.isName(field.getKey()) && field.getKey().indexOf(':') < 0) {
                out.element(field.getKey(), field.getValue());
            }
        }
        out.end().end();
    }

    private static String degrees(@Nullable BigDecimal angle) {
        return angle == null ? "" : angle.toPlainString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.baraza.fixtures.Fixture;
import org.baraza.fixtures.FixtureProvider;
import org.baraza.fixtures.FixtureRecipient;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * The same part of the tree as in {@link FlatLocations}, nested: in each location its own, those of one level in an element
 * that is named after it (device protocol: fixture commtrack:locations). For projects whose apps expect it.
 *
 * <p>A fixture has one root on a phone, so it is named after the level of the first location, whatever else stands in it.
 */
public final class NestedLocations implements FixtureProvider {
    private static final String ID = "commtrack:locations";

    private final PhoneStore store = new PhoneStore();

    @Override
    public List<Fixture> fixtures(Tx tx, FixtureRecipient recipient) {
        ShownTree tree = store.tree(tx, recipient.userId());
        if (!tree.shape().hierarchical() || !store.hasLevels(tx)) {
            return recipient.held().forgotten(ID).isEmpty()
                    ? List.of()
                    : List.of(out -> write(out, tx, recipient, ShownPlaces.NONE));
        }
        return recipient.held().unlessHeld(ID, tree.stamp(), List.of(out -> write(out, tx, recipient, tree.places())));
    }

    private void write(XmlWriter out, Tx tx, FixtureRecipient recipient, ShownPlaces places) throws IOException {
        out.start("fixture").attribute("id", ID).attribute("user_id", recipient.userId());
        if (places.isEmpty()) {
            // Devices take a fixture without an element for one that did not come.
            out.start("empty_element").end();
        } else {
            Nest nest = new Nest(out);
            store.forEachShown(tx, places, nest::add);
            nest.close();
        }
        out.end();
    }

    /** Elements that are open from the root to the location that was written last. */
    private static final class Nest {
        private final XmlWriter out;
        private final Deque<Open> line = new ArrayDeque<>();
        private boolean begun;

        private static final class Open {
            private final Location location;
            private @Nullable String children;

            private Open(Location location) {
                this.location = location;
            }
        }

        Nest(XmlWriter out) {
            this.out = out;
        }

        /** Takes each location behind those above it. */
        void add(Location location) throws IOException {
            while (!line.isEmpty() && !location.isWithin(line.getLast().location)) {
                closeLast();
            }
            String level = location.type().code();
            openList(level + "s");
            out.start(level).attribute("id", location.locationId());
            LocationElement.writeFields(out, location);
            line.addLast(new Open(location));
        }

        private void openList(String name) throws IOException {
            if (line.isEmpty()) {
                if (!begun) {
                    out.start(name);
                    begun = true;
                }
                return;
            }
            Open parent = line.getLast();
            if (!name.equals(parent.children)) {
                closeList(parent);
                out.start(name);
                parent.children = name;
            }
        }

        private void closeList(Open parent) throws IOException {
            if (parent.children != null) {
                out.end();
                parent.children = null;
            }
        }

        private void closeLast() throws IOException {
            closeList(line.removeLast());
            out.end();
        }

        void close() throws IOException {
            while (!line.isEmpty()) {
                closeLast();
            }
            if (begun) {
                out.end();
            }
        }
    }
}

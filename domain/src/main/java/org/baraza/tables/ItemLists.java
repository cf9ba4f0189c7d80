// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baraza.fixtures.Fixture;
import org.baraza.fixtures.FixtureProvider;
import org.baraza.fixtures.FixtureRecipient;
import org.baraza.fixtures.HeldFixtures;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.xml.XmlWriter;

/**
 * The lookup tables on a phone (device protocol: fixture item-list), by tag: those for all with every row, the others with the
 * rows that are hers, even if there are none, because that is how a phone forgets rows. A table that the phone holds as it is
 * stays unsent; one that is gone is sent without rows.
 */
public final class ItemLists implements FixtureProvider {
    private static final String PREFIX = "item-list:";
    private static final String INDEXED = "indexed/";

    private final TableStore tables = new TableStore();
    private final RowStore rows = new RowStore();

    @Override
    public List<Fixture> fixtures(Tx tx, FixtureRecipient recipient) {
        List<Fixture> fixtures = new ArrayList<>();
        for (LookupTable table : tables.all(tx)) {
            fixtures.addAll(recipient
                    .held()
                    .unlessHeld(PREFIX + table.tag(), stamp(table, recipient), elements(tx, table, recipient)));
        }
        recipient.held().forgotten(PREFIX).forEach((id, stamp) -> {
            String tag = id.substring(PREFIX.length());
            boolean indexed = stamp.startsWith(INDEXED);
            fixtures.add(out -> ItemListElement.writeEmpty(out, tag, indexed, recipient.userId()));
        });
        return fixtures;
    }

    /** Whose rows she gets is part of it: her groups and places change without any table. */
    private static String stamp(LookupTable table, FixtureRecipient recipient) {
        String version = (table.definition().isIndexed() ? INDEXED : "") + table.id() + "/" + table.version();
        return table.definition().global() ? version : version + "/" + HeldFixtures.stampOf(recipient.ownerIds());
    }

    private List<Fixture> elements(Tx tx, LookupTable table, FixtureRecipient recipient) {
        ItemListElement element = new ItemListElement(table.definition());
        Fixture list = out -> write(tx, out, table, element, recipient);
        return table.definition().isIndexed() ? List.of(element::writeSchema, list) : List.of(list);
    }

    private void write(Tx tx, XmlWriter out, LookupTable table, ItemListElement element, FixtureRecipient recipient)
            throws IOException {
        element.start(out, recipient.userId());
        rows.forEach(
                tx,
                table.id(),
                table.definition().global() ? Optional.empty() : Optional.of(recipient.ownerIds()),
                row -> element.row(out, row));
        element.end(out);
    }
}

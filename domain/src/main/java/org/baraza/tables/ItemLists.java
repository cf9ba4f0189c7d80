// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baraza.fixtures.Fixture;
import org.baraza.fixtures.FixtureProvider;
import org.baraza.fixtures.FixtureRecipient;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.xml.XmlWriter;

/**
 * The lookup tables on a phone (device protocol: fixture item-list). All of them are sent each time, by tag: those for all
 * with every row, the others with the rows that are hers, even if there are none, because that is how a phone forgets rows.
 */
public final class ItemLists implements FixtureProvider {
    private final TableStore tables = new TableStore();
    private final RowStore rows = new RowStore();

    @Override
    public List<Fixture> fixtures(Tx tx, FixtureRecipient recipient) {
        List<Fixture> fixtures = new ArrayList<>();
        for (LookupTable table : tables.all(tx)) {
            ItemListElement element = new ItemListElement(table.definition());
            if (table.definition().isIndexed()) {
                fixtures.add(element::writeSchema);
            }
            fixtures.add(out -> write(tx, out, table, element, recipient));
        }
        return fixtures;
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

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Assigned;
import org.baraza.places.Location;

/** Where a row says that somebody works: site codes, the first of them being primary. */
final class PlaceCells {
    private final List<Column> columns;

    PlaceCells(List<Column> columns) {
        this.columns = columns;
    }

    /** The locations of which the rows speak, by their codes as they write them or in lower case. */
    Map<String, Location> known(Tx tx, PeopleServices services, List<DataRow> rows) {
        Set<String> codes = new LinkedHashSet<>();
        for (DataRow row : rows) {
            for (Column column : columns) {
                codes.add(row.word(column));
                codes.add(row.word(column).toLowerCase(Locale.ROOT));
            }
        }
        codes.remove("");
        return services.locations().withCodes(tx, codes);
    }

    /** Where she works, as the row lists it; empty where it stays. */
    Optional<List<String>> read(DataRow row, Map<String, Location> known, Assigned was) {
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Set<String> ids = new LinkedHashSet<>();
        for (Column column : columns) {
            String code = row.word(column);
            if (!code.isEmpty()) {
                Location location = Optional.ofNullable(known.get(code))
                        .or(() -> Optional.ofNullable(known.get(code.toLowerCase(Locale.ROOT))))
                        .filter(found -> !found.isArchived())
                        .orElseThrow(() -> new RowRefused(
                                column.header(), "LOCATION_UNKNOWN", "There is no location in use of that site code."));
                ids.add(location.locationId());
            }
        }
        boolean same = ids.equals(Set.copyOf(was.locationIds()))
                && (ids.isEmpty() || ids.iterator().next().equals(was.primaryId()));
        return same ? Optional.empty() : Optional.of(List.copyOf(ids));
    }
}

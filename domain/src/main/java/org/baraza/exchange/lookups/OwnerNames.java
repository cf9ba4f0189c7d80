// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.lookups;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.ProjectAccess;
import org.baraza.tables.RowOwner;
import org.baraza.tables.RowOwner.Kind;

/** The owners of rows by the names that sheets have: usernames, names of groups, site codes. */
final class OwnerNames {
    private final ProjectAccess who;
    private final RowColumns columns;
    private final Map<RowOwner, String> ids = new HashMap<>();

    /** Looks up all that the rows name. */
    OwnerNames(LookupServices services, ProjectAccess who, RowColumns columns, List<DataRow> rows) {
        this.who = who;
        this.columns = columns;
        Set<String> users = words(rows, columns.users());
        Set<String> groups = words(rows, columns.groups());
        Set<String> codes = words(rows, columns.locations());
        services.transactions().read(tx -> {
            if (!users.isEmpty()) {
                services.workers()
                        .withNames(tx, who, users)
                        .forEach((name, worker) -> ids.put(new RowOwner(Kind.USER, name), worker.userId()));
            }
            if (!groups.isEmpty()) {
                services.groups()
                        .withNames(tx, groups)
                        .forEach((name, group) -> ids.put(new RowOwner(Kind.GROUP, name), group.groupId()));
            }
            if (!codes.isEmpty()) {
                services.locations()
                        .withCodes(tx, codes)
                        .forEach((code, place) -> ids.put(new RowOwner(Kind.LOCATION, code), place.locationId()));
            }
            return ids;
        });
    }

    private static Set<String> words(List<DataRow> rows, List<Column> of) {
        Set<String> words = new LinkedHashSet<>();
        rows.forEach(row -> of.forEach(column -> words.add(row.word(column))));
        words.remove("");
        return words;
    }

    /** Whether the sheet speaks of owners at all. */
    boolean isListed() {
        return !columns.users().isEmpty()
                || !columns.groups().isEmpty()
                || !columns.locations().isEmpty();
    }

    /** Whom the row is for. */
    List<RowOwner> owners(DataRow row, Collection<RowOwner> before) {
        Set<RowOwner> owners = new LinkedHashSet<>();
        add(owners, row, columns.users(), Kind.USER, before);
        add(owners, row, columns.groups(), Kind.GROUP, before);
        add(owners, row, columns.locations(), Kind.LOCATION, before);
        return new ArrayList<>(owners);
    }

    /** Who is not known by name any more is written by id, and may stay. */
    private void add(Set<RowOwner> owners, DataRow row, List<Column> from, Kind kind, Collection<RowOwner> before) {
        for (Column column : from) {
            String name = row.word(column);
            if (name.isEmpty()) {
                continue;
            }
            RowOwner byId = new RowOwner(kind, name);
            owners.add(Optional.ofNullable(ids.get(new RowOwner(kind, key(kind, name))))
                    .map(id -> new RowOwner(kind, id))
                    .or(() -> Optional.of(byId).filter(before::contains))
                    .orElseThrow(() -> new RowRefused(
                            column.header(),
                            "OWNER_UNKNOWN",
                            "There is no " + kind.name().toLowerCase(Locale.ROOT) + " of that name.")));
        }
    }

    private String key(Kind kind, String name) {
        return switch (kind) {
            case USER -> MobileWorkers.bareName(who, name);
            case GROUP -> name.toLowerCase(Locale.ROOT);
            case LOCATION -> name;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Transactions;
import org.jspecify.annotations.Nullable;

/** Mobile workers by where they belong. Runs in the scope of the project whose access it is given. */
public final class PlacedWorkers {
    private static final Page<String> NOBODY = new Page<>(List.of(), false, OptionalLong.of(0));

    private final Transactions transactions;
    private final MobileWorkers workers;
    private final PlacedWorkerStore store = new PlacedWorkerStore();
    private final LocationReadStore locations = new LocationReadStore();

    public PlacedWorkers(Transactions transactions, MobileWorkers workers) {
        this.transactions = transactions;
        this.workers = workers;
    }

    /**
     * A page of workers; nobody is in a group or at a location that is not there. Needs {@code view_commcare_users} or
     * {@code edit_commcare_users}, and to see groups or locations where the query names one.
     */
    public Page<MobileWorker> list(ProjectAccess who, PlacedQuery query) {
        if (query.groupId().isEmpty() && query.locationId().isEmpty()) {
            return workers.list(who, query.workers());
        }
        who.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
        if (!query.groupId().isEmpty()) {
            Rights.viewGroups(who);
        }
        if (!query.locationId().isEmpty()) {
            Rights.viewLocations(who);
        }
        Page<String> page = page(who, query);
        Map<String, MobileWorker> found = workers.find(who, page.items());
        return new Page<>(
                page.items().stream().map(found::get).filter(Objects::nonNull).toList(), page.more(), page.total());
    }

    private Page<String> page(ProjectAccess who, PlacedQuery query) {
        return transactions.read(tx -> {
            if (query.locationId().isEmpty()) {
                return store.page(tx, who, query, "");
            }
            @Nullable
            Location location =
                    locations.find(tx, who, List.of(query.locationId())).get(query.locationId());
            return location == null ? NOBODY : store.page(tx, who, query, location.path());
        });
    }
}

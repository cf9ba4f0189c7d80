// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.time.Clock;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/**
 * Takes locations out of use and back, merges and deletes them. Cases never move: what an archived location owned, it still
 * owns. Needs {@code edit_locations}. Runs in the scope of the project whose access it is given.
 */
public final class LocationLifecycle {
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final LocationStore store = new LocationStore();
    private final LocationReadStore found = new LocationReadStore();
    private final LocationTypeStore tree = new LocationTypeStore();
    private final AssignmentStore assignments = new AssignmentStore();

    public LocationLifecycle(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a location and all below it out of use; nobody works there any more. */
    public Location archive(ProjectAccess who, String locationId) {
        return transactions.write(tx -> archive(tx, who, locationId));
    }

    /** As {@link #archive(ProjectAccess, String)}, in a transaction of somebody who archives many. */
    public Location archive(Tx tx, ProjectAccess who, String locationId) {
        Rights.editLocations(who);
        Location location = held(tx, who, locationId);
        store.archive(tx, location, clock.instant());
        assignments.clear(tx, location);
        return recorded(tx, who, "location.archived", location);
    }

    /** Takes a location into use again, with all above and below it. */
    public Location unarchive(ProjectAccess who, String locationId) {
        Rights.editLocations(who);
        return transactions.write(tx -> {
            Location location = held(tx, who, locationId);
            store.unarchive(tx, location, clock.instant());
            return recorded(tx, who, "location.unarchived", location);
        });
    }

    /** Deletes a location that nothing stands below and where nobody works. */
    public void delete(ProjectAccess who, String locationId) {
        transactions.writing(tx -> delete(tx, who, locationId));
    }

    /** As {@link #delete(ProjectAccess, String)}, in a transaction of somebody who deletes many. */
    public void delete(Tx tx, ProjectAccess who, String locationId) {
        Rights.editLocations(who);
        Location location = held(tx, who, locationId);
        if (store.hasChildren(tx, locationId) || assignments.isUsed(tx, locationId)) {
            throw TreeRules.conflict(
                    "LOCATION_NOT_EMPTY", "Locations stand below it, or mobile workers are assigned to it.");
        }
        store.delete(tx, locationId);
        audit.record(tx, who, entry("location.deleted", location));
    }

    /**
     * Puts what stands below one location, and those who work there, to another of the same level, and archives what is
     * left: its cases still name it.
     *
     * @return the location that now has all
     */
    public Location merge(ProjectAccess who, String fromId, String intoId) {
        Rights.editLocations(who);
        return transactions.write(tx -> {
            Location from = held(tx, who, fromId);
            Location into = held(tx, who, intoId);
            TreeRules.refuseMerge(from, into);
            if (store.shareNames(tx, from, into)) {
                throw TreeRules.conflict(
                        "NAME_TAKEN", "Below both stand locations of one name; rename one of them first.");
            }
            store.moveChildren(tx, from, into, clock.instant());
            assignments.move(tx, from, into);
            store.archive(tx, from, clock.instant());
            audit.record(tx, who, entry("location.merged", from).with("into", intoId));
            return found.find(tx, intoId).orElseThrow();
        });
    }

    private Location held(Tx tx, ProjectAccess who, String locationId) {
        tree.holdTree(tx, who.project());
        LocationEditing.refuseBeyond(tx, who, locationId);
        return found.find(tx, locationId).orElseThrow(LocationEditing::unknown);
    }

    private Location recorded(Tx tx, ProjectAccess who, String action, Location location) {
        audit.record(tx, who, entry(action, location));
        return found.find(tx, location.locationId()).orElseThrow();
    }

    private static AuditEntry entry(String action, Location location) {
        return AuditEntry.of(action, "location", location.locationId()).with("name", location.name());
    }
}

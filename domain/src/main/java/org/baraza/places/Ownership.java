// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.baraza.persistence.tenancy.Tx;

/** Who owns cases under which ids (device protocol: who owns what). Asks nobody for permissions: it serves the restore. */
public final class Ownership {
    private final OwnershipStore store = new OwnershipStore();
    private final OwningWorkerStore workers = new OwningWorkerStore();
    private final AssignmentStore assignments = new AssignmentStore();

    /**
     * The ids under which a mobile worker owns: her own, case-sharing groups, and locations. One statement, however many.
     *
     * @param tx of the worker's project
     */
    public Set<String> owners(Tx tx, String userId) {
        Set<String> owners = new LinkedHashSet<>();
        owners.add(userId);
        owners.addAll(store.owners(tx, userId));
        return owners;
    }

    /**
     * The other way: ids of mobile workers who own under at least one of the ids, in the order of their ids. Two statements.
     *
     * @param most how many of them at the most
     */
    public Set<String> workers(Tx tx, Collection<String> ownerIds, int most) {
        return ownerIds.isEmpty() || most < 1 ? Set.of() : new LinkedHashSet<>(workers.of(tx, ownerIds, most));
    }

    /**
     * The ids under which something other than cases may be hers: her own, all of her groups, her locations and those above
     * them.
     */
    public Set<String> reached(Tx tx, String userId) {
        Set<String> reached = new LinkedHashSet<>();
        reached.add(userId);
        reached.addAll(store.reached(tx, userId));
        return reached;
    }

    /** Where a mobile worker works, for what her phone is told about her. */
    public Assigned assigned(Tx tx, String userId) {
        return assignments.find(tx, List.of(userId)).getOrDefault(userId, Assigned.NOWHERE);
    }
}

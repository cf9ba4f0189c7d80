// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.baraza.persistence.tenancy.Tx;

/** Who owns cases under which ids (device protocol: who owns what). Asks nobody for permissions: it serves the restore. */
public final class Ownership {
    private final OwnershipStore store = new OwnershipStore();
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

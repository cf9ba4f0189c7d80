// SPDX-License-Identifier: Apache-2.0
package org.baraza.memory;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.baraza.persistence.changes.ProjectChanges;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;

/**
 * How many forms or cases a list has, remembered for as long as no form and no case of the project is written. That is asked of
 * the database each time, by one row, so a count is exact on every node: it is of the snapshot that it is asked in.
 */
public final class CountMemory {
    private static final int MOST = 5_000;
    /** A list that takes more to say, as one of many owners does, is counted each time. */
    private static final int LONGEST = 1_000;

    private record Key(ProjectId project, String list) {}

    /**
     * @param stamp empty where nothing was written yet
     */
    private record Counted(Optional<Instant> stamp, int count) {}

    private final Map<Key, Counted> held = new ConcurrentHashMap<>();
    private final ProjectChanges changes = new ProjectChanges();

    /**
     * @param list says which list it is; a value, or made of values
     * @param count counts in the transaction
     */
    public int of(Tx tx, Object list, IntSupplier count) {
        String said = list.toString();
        if (said.length() > LONGEST) {
            return count.getAsInt();
        }
        Optional<Instant> stamp = changes.lastStamp(tx);
        Key key = new Key(ProjectScope.current(), said);
        Counted known = held.get(key);
        if (known != null && known.stamp.equals(stamp)) {
            return known.count;
        }
        int counted = count.getAsInt();
        if (held.size() >= MOST) {
            held.clear();
        }
        held.put(key, new Counted(stamp, counted));
        return counted;
    }
}

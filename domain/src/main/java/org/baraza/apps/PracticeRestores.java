// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.baraza.identity.ProjectAccess;

/** What phones of workers for practice get, told by whoever keeps it. Asked in the scope of the project. */
public interface PracticeRestores {
    /**
     * What apps bring along.
     *
     * @param restores by the ids of the workers; others are none for practice
     * @param tooLarge workers whose data is too large for that
     */
    record Brought(Map<String, byte[]> restores, Set<String> tooLarge) {
        /** Where nobody practises. */
        public static final Brought NOTHING = new Brought(Map.of(), Set.of());

        public Brought {
            restores = Map.copyOf(restores);
            tooLarge = Set.copyOf(tooLarge);
        }
    }

    /** The data of those of the workers who are for practice; it is made where it was never asked for. */
    Brought of(ProjectAccess who, Collection<String> userIds);

    /** The same, as far as it was made before. */
    Brought kept(Collection<String> userIds);
}

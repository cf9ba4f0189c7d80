// SPDX-License-Identifier: Apache-2.0
package org.baraza.world;

import java.util.UUID;
import org.baraza.world.WorldFile.Domain;

/** A project of the file and the id that it has in the database. */
record ProjectRow(UUID id, Domain domain) {
    String name() {
        return domain.name();
    }
}

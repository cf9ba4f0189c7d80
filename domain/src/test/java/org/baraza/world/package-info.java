// SPDX-License-Identifier: Apache-2.0
/**
 * Puts whole worlds into a database: projects with their people, places, tables, cases and forms, as a file says, with the ids,
 * passwords and times that it says. The REST vectors are played in such a world, in tests and by {@code tools/load-world}
 * against a running server.
 *
 * <p>Test support, because no product may be able to set when something happened. Writes as the owner of the database, in one
 * transaction, with what the product itself uses to read forms, hash passwords and seal secrets.
 */
@NullMarked
package org.baraza.world;

import org.jspecify.annotations.NullMarked;

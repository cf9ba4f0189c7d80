// SPDX-License-Identifier: Apache-2.0
/**
 * The database's process and its doors: starts PostgreSQL from the binaries on the class path, keeps it alive, and hands
 * out who may connect as what. For a database that an operator runs, only the doors.
 *
 * <p>Owns the folder {@link org.baraza.persistence.postgres.PostgresHome} and everything in it, the three roles
 * {@code baraza_owner}, {@code baraza_app} and {@code baraza_system}, and the run of the migrations. What always holds:
 * one JVM per home, and a server that is handed out as durable has said itself that it writes to disk before it answers.
 * Calls nothing else of Baraza; everything that goes wrong is a
 * {@link org.baraza.persistence.postgres.PostgresFailure} that says what to do.
 */
@NullMarked
package org.baraza.persistence.postgres;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.tenancy;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells a database that is away from a mistake of ours. */
public final class Outage {
    private static final String CONNECTION_LOST = "08";
    private static final String SHUTTING_DOWN = "57P0";
    private static final String TOO_MANY_CONNECTIONS = "53300";

    /** Lost connections, aborted transactions, want of room, locks held by others, stopped by the operator. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57");

    private static final String WAITED_TOO_LONG = "25P04";
    private static final int CLASS = 2;

    private Outage() {}

    /** True when the same request may well succeed once the database is back. */
    public static boolean causes(Throwable failure) {
        return comesOf(failure, Outage::isAway);
    }

    /** True when the same work may well succeed a little later: it says nothing about what was worked on. */
    public static boolean isPassing(Throwable failure) {
        // The second is a disk or a bucket that does not answer.
        return comesOf(failure, Outage::mayPass) || holds(failure, UncheckedIOException.class::isInstance);
    }

    private static boolean comesOf(Throwable failure, Predicate<String> state) {
        return holds(
                failure,
                cause -> cause instanceof SQLTransientConnectionException
                        || (cause instanceof SQLException sql && state.test(String.valueOf(sql.getSQLState()))));
    }

    private static boolean holds(Throwable failure, Predicate<Throwable> cause) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(cause);
    }

    private static boolean mayPass(String state) {
        return state.equals(WAITED_TOO_LONG) || (state.length() > CLASS && PASSING.contains(state.substring(0, CLASS)));
    }

    private static boolean isAway(String state) {
        return state.startsWith(CONNECTION_LOST)
                || state.startsWith(SHUTTING_DOWN)
                || state.equals(TOO_MANY_CONNECTIONS);
    }
}

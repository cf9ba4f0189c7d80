// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.tenancy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from a mistake of ours. */
public final class Outage {
    private static final String CONNECTION_LOST = "08";
    private static final String SHUTTING_DOWN = "57P0";
    private static final String TOO_MANY_CONNECTIONS = "53300";

    private Outage() {}

    /** True when the same request may well succeed once the database is back. */
    public static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && isAway(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(@Nullable String state) {
        return state != null
                && (state.startsWith(CONNECTION_LOST)
                        || state.startsWith(SHUTTING_DOWN)
                        || state.equals(TOO_MANY_CONNECTIONS));
    }
}

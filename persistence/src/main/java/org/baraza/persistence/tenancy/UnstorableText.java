// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.tenancy;

import java.sql.SQLException;
import java.util.Set;

/** Tells text that no database column can hold, such as one with a NUL in it, from a mistake of ours. */
public final class UnstorableText {
    private static final String NOT_IN_REPERTOIRE = "22021";
    private static final String UNTRANSLATABLE = "22P05";
    private static final Set<String> STATES = Set.of(NOT_IN_REPERTOIRE, UNTRANSLATABLE);

    private UnstorableText() {}

    /** True when whoever asked must write it differently. */
    public static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && STATES.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

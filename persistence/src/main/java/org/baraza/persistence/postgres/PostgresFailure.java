// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import org.jspecify.annotations.Nullable;

/** Why there is no database, in words for whoever runs the server: what happened, then what to do about it. */
public final class PostgresFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kinds of failure that a person must do something about. */
    public enum Reason {
        NO_DISK_SPACE,
        NOT_WRITABLE,
        PORT_TAKEN,
        NO_BINARIES,
        NO_ORDINARY_ACCOUNT,
        HOME_IN_USE,
        FOREIGN_SERVER,
        OTHER_VERSION,
        SECRETS_LOST,
        NOT_DURABLE,
        START_FAILED,
        UNREACHABLE,
        ROLES_REFUSED,
        MIGRATION_FAILED
    }

    private final Reason reason;

    PostgresFailure(Reason reason, String happened, String remedy, @Nullable Throwable cause) {
        super(happened + " " + remedy, cause);
        this.reason = reason;
    }

    PostgresFailure(Reason reason, String happened, String remedy) {
        this(reason, happened, remedy, null);
    }

    public Reason reason() {
        return reason;
    }
}

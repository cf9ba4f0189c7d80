// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.ReadOnlyFileSystemException;
import org.baraza.persistence.postgres.PostgresFailure.Reason;
import org.jspecify.annotations.Nullable;

/** Tells from an exception or from what a program printed which failure it is. */
final class Diagnosis {
    private Diagnosis() {}

    static PostgresFailure of(IOException e, PostgresHome home) {
        if (e instanceof AccessDeniedException
                || e instanceof FileAlreadyExistsException
                || e.getCause() instanceof ReadOnlyFileSystemException) {
            return failure(Reason.NOT_WRITABLE, home, String.valueOf(e.getMessage()), e);
        }
        return of(String.valueOf(e.getMessage()), home, e);
    }

    static PostgresFailure of(String output, PostgresHome home, @Nullable Throwable cause) {
        return failure(reason(output), home, output, cause);
    }

    private static Reason reason(String output) {
        if (output.contains("No space left on device") || output.contains("Disk quota exceeded")) {
            return Reason.NO_DISK_SPACE;
        }
        if (output.contains("Permission denied")
                || output.contains("Read-only file system")
                || output.contains("Not a directory")) {
            return Reason.NOT_WRITABLE;
        }
        if (isPortTaken(output)) {
            return Reason.PORT_TAKEN;
        }
        return Reason.START_FAILED;
    }

    static boolean isPortTaken(String output) {
        return output.contains("Address already in use") || output.contains("could not bind");
    }

    /** The predecessor was killed and its children are not all gone yet, which they soon will be. */
    static boolean isPredecessorLingering(String output) {
        return output.contains("pre-existing shared memory block")
                || output.contains("lock file \"postmaster.pid\" already exists");
    }

    private static PostgresFailure failure(Reason reason, PostgresHome home, String detail, @Nullable Throwable cause) {
        String folder = home.folder().toString();
        return switch (reason) {
            case NO_DISK_SPACE ->
                new PostgresFailure(
                        reason,
                        "The disk that holds " + folder + " is full.",
                        "Free some space (a new database needs 300 MB) and start again.",
                        cause);
            case NOT_WRITABLE ->
                new PostgresFailure(
                        reason,
                        "The database may not write to " + folder + " (" + detail.strip() + ").",
                        "Give the account that runs Baraza the folder and the right to enter the folders above it,"
                                + " or choose another one (BARAZA_HOME).",
                        cause);
            case PORT_TAKEN ->
                new PostgresFailure(
                        reason,
                        "Another program listens on the database's port (recorded in " + home.port() + ").",
                        "Stop that program, or delete the file while Baraza is stopped to let it choose another port.",
                        cause);
            default ->
                new PostgresFailure(
                        reason,
                        "PostgreSQL did not start on " + folder + ": " + detail.strip(),
                        "Its log is in " + home.log() + ".",
                        cause);
        };
    }
}

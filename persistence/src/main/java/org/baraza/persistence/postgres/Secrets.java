// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.baraza.persistence.postgres.PostgresFailure.Reason;

/** The two passwords of an embedded server, made once at random and kept in a file that only its owner reads. */
record Secrets(String superuser, String owner) {
    /** Those of the home; new ones if it has no database yet. */
    static Secrets of(PostgresHome home) {
        try {
            if (Files.exists(home.secrets())) {
                return read(home.secrets());
            }
            if (Files.exists(home.data())) {
                throw new PostgresFailure(
                        Reason.SECRETS_LOST,
                        "The passwords of the database, " + home.secrets() + ", are gone.",
                        "Put the file back from a backup.");
            }
            var secrets = new Secrets(random(), random());
            secrets.write(home.secrets());
            return secrets;
        } catch (IOException e) {
            throw Diagnosis.of(e, home);
        }
    }

    private static Secrets read(Path file) throws IOException {
        var entries = new Properties();
        entries.load(new StringReader(Files.readString(file)));
        return new Secrets(entries.getProperty("superuser", ""), entries.getProperty("owner", ""));
    }

    private void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, "superuser=" + superuser + "\nowner=" + owner + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}

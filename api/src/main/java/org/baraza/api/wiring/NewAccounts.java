// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.baraza.identity.credentials.Secrets;
import org.springframework.stereotype.Component;

/**
 * Tells the operator about accounts that the server made for itself. A password that was generated is printed once and
 * kept in {@code accounts.txt}, which only the server's own account may read; one that the operator chose is neither.
 */
@Component
public final class NewAccounts {
    private final BarazaSettings settings;
    private final Secrets secrets = new Secrets();

    NewAccounts(BarazaSettings settings) {
        this.settings = settings;
    }

    /**
     * The password for an account that is about to be made.
     *
     * @param kind what sort of account, for people
     * @param chosen by the operator; empty when one is to be generated and announced
     */
    public String passwordFor(String kind, String login, String chosen) {
        if (!chosen.isEmpty()) {
            return chosen;
        }
        String generated = secrets.password();
        announce(kind, login, generated);
        return generated;
    }

    @SuppressWarnings("SystemOut")
    void announce(String kind, String login, String password) {
        String line = "account " + kind + " " + login + " " + password;
        try {
            keep(line);
        } catch (IOException e) {
            throw new UncheckedIOException("accounts.txt cannot be written in " + settings.home(), e);
        }
        System.out.println(line);
    }

    private void keep(String line) throws IOException {
        Files.createDirectories(settings.home());
        Path file = settings.home().resolve("accounts.txt");
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    }
}

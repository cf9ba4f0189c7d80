// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.baraza.identity.Credentials;
import org.baraza.identity.FirstStart;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Makes the first administrator. A password that was generated is printed once and kept in {@code accounts.txt}, which
 * only the server's own account may read; one that the operator chose is neither.
 */
@Component
final class AdminAccount implements ApplicationRunner {
    private static final String KIND = "admin";

    private final BarazaSettings settings;
    private final FirstStart firstStart;

    AdminAccount(BarazaSettings settings, FirstStart firstStart) {
        this.settings = settings;
        this.firstStart = firstStart;
    }

    @Override
    @SuppressWarnings("SystemOut")
    public void run(ApplicationArguments arguments) throws IOException {
        var admin = settings.admin();
        var made = firstStart.ensureAdmin(admin.email(), admin.password());
        if (made.isPresent() && admin.password().isEmpty()) {
            String line = line(made.get());
            keep(line);
            System.out.println(line);
        }
    }

    private static String line(Credentials account) {
        return "account " + KIND + " " + account.login() + " " + account.secret();
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

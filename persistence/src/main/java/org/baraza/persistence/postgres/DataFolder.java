// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.baraza.persistence.postgres.PostgresFailure.Reason;

/** The cluster on disk: made once, whole or not at all, and of the version that the binaries can read. */
final class DataFolder {
    private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final long SPACE_FOR_A_NEW_CLUSTER = 300L << 20;

    private final PostgresHome home;
    private final Binaries binaries;
    private final Durability durability;

    DataFolder(PostgresHome home, Binaries binaries, Durability durability) {
        this.home = home;
        this.binaries = binaries;
        this.durability = durability;
    }

    void ready(Account account, Secrets secrets) throws IOException {
        if (Files.exists(home.data().resolve("PG_VERSION"))) {
            refuseOtherVersion(account);
        } else {
            create(account, secrets);
        }
    }

    private void refuseOtherVersion(Account account) throws IOException {
        String made = Files.readString(home.data().resolve("PG_VERSION")).strip();
        String version = account.command(binaries.program("postgres").toString(), "--version")
                .run(Duration.ofSeconds(20))
                .output();
        var major = MAJOR.matcher(version);
        if (major.find() && !major.group(1).equals(made)) {
            throw new PostgresFailure(
                    Reason.OTHER_VERSION,
                    "The data in " + home.data() + " was made by PostgreSQL " + made + "; this Baraza brings "
                            + major.group(1) + ".",
                    "Run the Baraza that made it, dump the database with it and load the dump here;"
                            + " or use pg_upgrade.");
        }
    }

    private void create(Account account, Secrets secrets) throws IOException {
        refuseFullDisk();
        Path unfinished = home.folder().resolve("data.new");
        Unpacking.delete(unfinished);
        account.own(unfinished);
        Path password = unfinished.resolve("password");
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, secrets.superuser());
        account.ownOne(password);
        var words = new ArrayList<>(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + unfinished.resolve("cluster"),
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        if (durability == Durability.THROWAWAY) {
            words.add("--no-sync");
        }
        var result = account.command(words.toArray(String[]::new)).run(Duration.ofMinutes(3));
        if (!result.succeeded()) {
            throw Diagnosis.of(result.output(), home, null);
        }
        Files.move(unfinished.resolve("cluster"), home.data(), StandardCopyOption.ATOMIC_MOVE);
        Unpacking.delete(unfinished);
        try (var folder = FileChannel.open(home.folder(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private void refuseFullDisk() throws IOException {
        if (Files.getFileStore(home.folder()).getUsableSpace() < SPACE_FOR_A_NEW_CLUSTER) {
            throw Diagnosis.of("No space left on device", home, null);
        }
    }
}

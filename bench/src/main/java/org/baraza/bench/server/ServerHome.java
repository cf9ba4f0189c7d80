// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.server;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The folder of a server, and the back door to its database. */
public final class ServerHome {
    private static final Path PROC = Path.of("/proc");

    private final Path folder;

    public ServerHome(Path folder) {
        this.folder = folder;
    }

    /** Where the photos of forms are kept. */
    public Path blobs() {
        return folder.resolve("blobs");
    }

    /** Sees every row of every project. Only for judging and for the floor, never for anything the server should do. */
    public Connection superuser() throws SQLException, IOException {
        return DriverManager.getConnection(databaseUrl(), "postgres", superuserPassword());
    }

    public String databaseUrl() throws IOException {
        String port = Files.readAllLines(postmasterFile()).get(3).strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/baraza";
    }

    public String superuserPassword() throws IOException {
        return secret("superuser");
    }

    /** Settings with which another server works on the same database and opens the same secrets. */
    public Map<String, String> shared() throws IOException {
        return Map.of(
                "BARAZA_DATABASE_URL", databaseUrl(),
                "BARAZA_DATABASE_USER", "baraza_owner",
                "BARAZA_DATABASE_PASSWORD", secret("owner"),
                "BARAZA_SECRET_KEY",
                        Files.readString(folder.resolve("secrets/vault.key")).strip());
    }

    private String secret(String name) throws IOException {
        Properties secrets = new Properties();
        secrets.load(new StringReader(Files.readString(postgres().resolve("secrets.properties"))));
        return secrets.getProperty(name, "");
    }

    /** The process that all others of the database come from; empty when none works in this home. */
    public Optional<Long> postmaster() {
        try {
            // a database that is just starting has made the file and not yet written it
            List<String> lines = Files.readAllLines(postmasterFile());
            long pid = Long.parseLong(lines.isEmpty() ? "" : lines.getFirst().strip());
            return worksHere(PROC.resolve(Long.toString(pid))) ? Optional.of(pid) : Optional.empty();
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Whether the database says that it takes connections. */
    public boolean isDatabaseReady() {
        try {
            List<String> lines = Files.readAllLines(postmasterFile());
            return postmaster().isPresent()
                    && lines.size() > 7
                    && lines.get(7).strip().equals("ready");
        } catch (IOException none) {
            return false;
        }
    }

    /** Every process of the database. */
    public List<Long> databaseProcesses() throws IOException {
        List<Long> found = new ArrayList<>();
        try (var processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (worksHere(process)) {
                    found.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        }
        return found;
    }

    /** Kills what the database is made of: its first process only, or all at once. */
    public void killDatabase(boolean all) throws IOException, InterruptedException {
        List<Long> victims = all ? databaseProcesses() : postmaster().stream().toList();
        for (long victim : victims) {
            Signals.send("KILL", victim);
        }
    }

    /** Ends a database that outlived its server. */
    public void endDatabase() throws IOException, InterruptedException {
        Optional<Long> postmaster = postmaster();
        if (postmaster.isPresent()) {
            Signals.send("INT", postmaster.get());
            for (int i = 0; i < 600 && postmaster().isPresent(); i++) {
                Thread.sleep(50);
            }
        }
    }

    private boolean worksHere(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd"))
                    .equals(postgres().resolve("data").toRealPath());
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private Path postgres() {
        return folder.resolve("postgres");
    }

    private Path postmasterFile() {
        return postgres().resolve("data").resolve("postmaster.pid");
    }
}

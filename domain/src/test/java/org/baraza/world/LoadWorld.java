// SPDX-License-Identifier: Apache-2.0
package org.baraza.world;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.baraza.persistence.postgres.Login;
import org.baraza.vault.Vault;
import org.baraza.vault.VaultKeys;

/**
 * Loads a world into the database of a running server: {@code tools/load-world FILE}. Which server, says the environment as the
 * server itself reads it: {@code BARAZA_HOME}, or {@code BARAZA_DATABASE_URL} with {@code _USER} and {@code _PASSWORD}.
 */
public final class LoadWorld {
    private static final int PORT_LINE = 3;

    private final Map<String, String> environment;

    private LoadWorld(Map<String, String> environment) {
        this.environment = environment;
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 1) {
            System.err.println("usage: tools/load-world FILE");
            System.exit(2);
        }
        try {
            String json = Files.readString(Path.of(arguments[0]));
            new LoadWorld(System.getenv()).loader().load(json);
        } catch (WorldRefused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private WorldLoader loader() throws IOException {
        String url = setting("BARAZA_DATABASE_URL");
        return url.isEmpty()
                ? new WorldLoader(ownUrl(), ownOwner(), vault())
                : new WorldLoader(
                        url, new Login(setting("BARAZA_DATABASE_USER"), setting("BARAZA_DATABASE_PASSWORD")), vault());
    }

    private String setting(String name) {
        return environment.getOrDefault(name, "");
    }

    private Path home() {
        String home = setting("BARAZA_HOME");
        return Path.of(home.isEmpty() ? "data" : home);
    }

    private String ownUrl() throws IOException {
        Path file = home().resolve("postgres/data/postmaster.pid");
        if (!Files.exists(file)) {
            throw new WorldRefused("No server runs in " + home() + "; set BARAZA_HOME to where one does.");
        }
        List<String> lines = Files.readAllLines(file);
        return "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/baraza";
    }

    private Login ownOwner() throws IOException {
        Properties secrets = new Properties();
        secrets.load(new StringReader(Files.readString(home().resolve("postgres/secrets.properties"))));
        return new Login("baraza_owner", secrets.getProperty("owner", ""));
    }

    /** The key of the server, if it can be read from here; none is made. */
    private Optional<Vault> vault() {
        String keys = setting("BARAZA_SECRET_KEY");
        if (!keys.isEmpty()) {
            return Optional.of(new Vault(VaultKeys.of(keys)));
        }
        Path file = home().resolve("secrets/vault.key");
        return Files.isReadable(file) ? Optional.of(new Vault(VaultKeys.in(file))) : Optional.empty();
    }
}

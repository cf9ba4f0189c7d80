// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How a server is started.
 *
 * @param words the command
 * @param home its folder
 * @param adminPassword of the account {@link #ADMIN}
 * @param extra settings of the environment besides the usual ones
 */
public record ServerCommand(List<String> words, Path home, int port, String adminPassword, Map<String, String> extra) {
    public static final String ADMIN = "admin@example.org";

    /** On a free port. The password is made up for a new home and found again in one that was used before. */
    public static ServerCommand of(List<String> words, Path home) throws IOException {
        return new ServerCommand(words, home.toAbsolutePath().normalize(), freePort(), password(home), Map.of());
    }

    public ServerCommand with(Map<String, String> settings) {
        return new ServerCommand(words, home, port, adminPassword, settings);
    }

    /** Another server beside this one, which runs, on the same database. */
    public ServerCommand second() throws IOException {
        Path folder = Files.createDirectories(home.resolveSibling(home.getFileName() + "-2"));
        Map<String, String> settings = new HashMap<>(extra);
        settings.putAll(new ServerHome(home).shared());
        return new ServerCommand(words, folder, freePort(), adminPassword, settings);
    }

    ProcessBuilder process() {
        ProcessBuilder builder = new ProcessBuilder(words);
        Map<String, String> environment = builder.environment();
        environment.put("BARAZA_HOME", home.toString());
        environment.put("BARAZA_PORT", Integer.toString(port));
        environment.put("BARAZA_ADMIN_EMAIL", ADMIN);
        environment.put("BARAZA_ADMIN_PASSWORD", adminPassword);
        environment.put("BARAZA_DEMO", "false");
        environment.put("BARAZA_LIMITS", "off");
        environment.remove("BARAZA_CRASH_POINT");
        environment.putAll(extra);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                home.resolveSibling(home.getFileName() + ".log").toFile()));
        return builder;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String password(Path home) throws IOException {
        Files.createDirectories(home);
        Path file = home.resolve("bench-admin-password");
        if (!Files.exists(file)) {
            Files.writeString(file, UUID.randomUUID().toString());
        }
        return Files.readString(file);
    }
}

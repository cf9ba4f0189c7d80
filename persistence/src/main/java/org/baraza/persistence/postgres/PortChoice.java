// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;

/** The port of a home: chosen once among the free ones, written down, and kept as long as nobody else has taken it. */
final class PortChoice {
    private final PostgresHome home;

    PortChoice(PostgresHome home) {
        this.home = home;
    }

    int kept() throws IOException {
        int recorded = recorded();
        return recorded > 0 && isFree(recorded) ? recorded : another();
    }

    int another() throws IOException {
        int port = free(0);
        record(port);
        return port;
    }

    void record(int port) throws IOException {
        Files.writeString(home.port(), port + "\n");
    }

    private int recorded() throws IOException {
        if (!Files.exists(home.port())) {
            return 0;
        }
        try {
            int port = Integer.parseInt(Files.readString(home.port()).strip());
            return port > 0 && port < 1 << 16 ? port : 0;
        } catch (NumberFormatException damaged) {
            return 0;
        }
    }

    private static boolean isFree(int port) {
        try {
            return free(port) == port;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int free(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.server;

import java.io.IOException;

/** Signals that Java has no word for. */
final class Signals {
    private Signals() {}

    static void send(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }
}

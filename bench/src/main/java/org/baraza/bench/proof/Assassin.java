// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.io.IOException;
import java.util.List;
import org.baraza.bench.proof.KillReport.Kill;
import org.baraza.bench.server.ServerProcess;

/** Kills as often as planned while phones are sending. */
interface Assassin {
    /** Returns after the last kill, with everything up again. */
    List<Kill> run() throws IOException, InterruptedException;

    /** The server that runs at the moment. */
    ServerProcess server();
}

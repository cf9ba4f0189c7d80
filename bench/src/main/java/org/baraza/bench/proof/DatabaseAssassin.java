// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.baraza.bench.proof.KillReport.Kill;
import org.baraza.bench.server.ServerHome;
import org.baraza.bench.server.ServerProcess;

/** Kills PostgreSQL under a running server: its first process, or every one of them at once. */
final class DatabaseAssassin implements Assassin {
    private final KillPlan plan;
    private final Traffic traffic;
    private final Moment moment;
    private final ServerProcess server;
    private final ServerHome home;
    private final SplittableRandom random;

    DatabaseAssassin(KillPlan plan, Traffic traffic, ServerProcess server) {
        this.plan = plan;
        this.traffic = traffic;
        this.moment = new Moment(traffic);
        this.server = server;
        this.home = new ServerHome(server.command().home());
        this.random = new SplittableRandom(plan.seed());
    }

    @Override
    public List<Kill> run() throws IOException, InterruptedException {
        List<Kill> kills = new ArrayList<>();
        while (kills.size() < plan.kills()) {
            moment.after(1 + random.nextInt(2 * plan.stretch()));
            boolean all = kills.size() % 2 == 1;
            int inFlight = traffic.inFlight();
            long before = home.postmaster().orElse(0L);
            home.killDatabase(all);
            if (inFlight >= KillPlan.IN_FLIGHT) {
                kills.add(new Kill(all ? "all processes" : "postmaster", inFlight, false));
            }
            moment.await(() -> home.isDatabaseReady() && home.postmaster().orElse(before) != before);
        }
        return kills;
    }

    @Override
    public ServerProcess server() {
        return server;
    }
}

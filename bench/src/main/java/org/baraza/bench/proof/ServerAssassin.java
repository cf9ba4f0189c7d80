// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.baraza.bench.proof.KillReport.Kill;
import org.baraza.bench.server.ServerProcess;

/** Kills the server: every other time from outside, at a random moment, and else from within, at a named place. */
final class ServerAssassin implements Assassin {
    private static final Duration UNTIL_THE_POINT = Duration.ofSeconds(60);
    private static final int FIRST_NOTICES_MILLIS = 300;

    /** Places to die at, and about how often they are passed before traffic is under way. */
    private static final List<Point> POINTS = List.of(
            new Point("intake.after-look", 3),
            new Point("transaction.before-commit", 60),
            new Point("intake.after-store", 3),
            new Point("transaction.after-commit", 60),
            new Point("intake.after-blob", 5),
            new Point("feed.after-numbering", 30));

    private final KillPlan plan;
    private final Traffic traffic;
    private final Moment moment;
    private final SplittableRandom random;
    private final List<Kill> kills = new ArrayList<>();
    private ServerProcess server;
    private int armed;

    private record Point(String name, int passes) {}

    ServerAssassin(KillPlan plan, Traffic traffic, ServerProcess server) {
        this.plan = plan;
        this.traffic = traffic;
        this.moment = new Moment(traffic);
        this.random = new SplittableRandom(plan.seed());
        this.server = server;
    }

    @Override
    public List<Kill> run() throws IOException, InterruptedException {
        for (int attempt = 0; kills.size() < plan.kills() && attempt < 3 * plan.kills(); attempt++) {
            if (attempt % 2 == 0) {
                fromOutside("random moment");
                // who survives the last kill is judged, and must not die while it is
                restart(kills.size() < plan.kills() ? Map.of("BARAZA_CRASH_POINT", nextPoint()) : Map.of());
            } else {
                fromWithin();
                restart(Map.of());
            }
        }
        return kills;
    }

    @Override
    public ServerProcess server() {
        return server;
    }

    private void fromOutside(String how) throws IOException, InterruptedException {
        moment.after(1 + random.nextInt(2 * plan.stretch()));
        int inFlight = traffic.inFlight();
        server.kill();
        count(new Kill(how, inFlight, false));
    }

    private void fromWithin() throws IOException, InterruptedException {
        String point = server.command().extra().getOrDefault("BARAZA_CRASH_POINT", "");
        if (server.awaitDeath(UNTIL_THE_POINT)) {
            long died = System.nanoTime();
            Thread.sleep(FIRST_NOTICES_MILLIS);
            count(new Kill(point.substring(0, point.lastIndexOf(':')), traffic.brokenBefore(died), true));
        } else {
            fromOutside("random moment");
        }
    }

    /** A death that hit nobody proves nothing. */
    private void count(Kill kill) {
        if (kill.inFlight() >= KillPlan.IN_FLIGHT) {
            kills.add(kill);
        }
    }

    private String nextPoint() {
        Point point = POINTS.get(armed++ % POINTS.size());
        return point.name + ":" + (point.passes + 1 + random.nextInt(2 * point.passes));
    }

    private void restart(Map<String, String> settings) throws IOException, InterruptedException {
        traffic.brokenBefore(System.nanoTime());
        server = ServerProcess.start(server.command().with(settings));
    }
}

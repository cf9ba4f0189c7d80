// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.forwarding;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baraza.bench.export.ExportRows;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerCommand;
import org.baraza.bench.server.ServerHome;
import org.baraza.bench.server.ServerProcess;

/**
 * Everything that a consumer of the feed made is thrown away, and made again from the feed alone, by a server that is killed in the
 * middle: what there is then is what was there before.
 */
public final class FeedReplayRun {
    private static final Map<String, String> SETTINGS = Map.of("BARAZA_EGRESS_ALLOW", "localhost");
    private static final int AT_ONCE = 50_000;
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final int GLANCE_MILLIS = 100;

    private static final String CHANGES = """
            insert into feed.change (project_id, kind, document_id)
            select ?::uuid, 'form', 'f' || n from generate_series(?::int, ?::int) as n order by n""";

    private static final String CURSOR = "select last_position from feed.consumer where name = 'forwarding'";

    /** All that was made, in one word: what of, and for which change. */
    private static final String MADE = """
            select count(*) || ' ' || md5(string_agg(change_position || '/' || payload_id, ',' order by change_position, payload_id))
            from forwarding.record where project_id = ?::uuid""";

    private final ServerCommand command;
    private final int changes;

    public FeedReplayRun(ServerCommand command, int changes) {
        this.command = command.with(SETTINGS);
        this.changes = changes;
    }

    /**
     * What was found.
     *
     * @param first seconds that it took to make it all while changes came
     * @param again seconds from the rewind to the end, with the dead time
     * @param doneAtKill changes that were behind the consumer when its server was killed
     */
    public record Report(int changes, double first, double again, long doneAtKill, List<String> complaints) {
        public boolean passed() {
            return complaints.isEmpty();
        }

        public String summary() {
            return ("%s: records of %,d changes made as they came in %.0f s, thrown away, and made again from the feed alone in"
                            + " %.0f s (%,.0f changes/s), by a server that was killed at change %,d; the same records, each once")
                    .formatted(
                            passed() ? "passed" : "FAILED (" + String.join("; ", complaints) + ")",
                            changes,
                            first,
                            again,
                            changes / again,
                            doneAtKill);
        }
    }

    public Report run() throws IOException, InterruptedException, SQLException {
        String name = "replay-" + Long.toString(System.currentTimeMillis(), 36);
        ServerHome home = new ServerHome(command.home());
        List<String> complaints = new ArrayList<>();
        ServerProcess server = ServerProcess.startHealthy(command);
        try {
            new Admin(command).createProject(name);
            ForwardingClient client = new ForwardingClient(command, name);
            client.pause(client.forwarder("http://localhost:9000/", "FormRepeater", "form_json", 1), true);
            UUID project = ExportRows.project(home, name);
            ExportRows.forms(home, project, changes);

            long began = System.nanoTime();
            change(home, project);
            awaitAll(home);
            double first = seconds(began);
            String made = one(home, MADE, project.toString());
            check(complaints, made.startsWith(changes + " "), "made were " + made);

            forget(home, project);
            long rewound = System.nanoTime();
            long start = rewind(home, project);
            long doneAtKill = await(home, start + changes / 2) - start;
            server.kill();
            check(complaints, doneAtKill < changes, "it was done before the kill");
            server = ServerProcess.startHealthy(command);
            awaitAll(home);
            double again = seconds(rewound);
            String remade = one(home, MADE, project.toString());
            check(complaints, remade.equals(made), "made again were " + remade + " instead of " + made);
            check(
                    complaints,
                    client.counts().pending() == changes,
                    "the forwarder counts " + client.counts().pending());
            return new Report(changes, first, again, doneAtKill, complaints);
        } finally {
            server.close();
        }
    }

    private static void check(List<String> complaints, boolean good, String otherwise) {
        if (!good) {
            complaints.add(otherwise);
        }
    }

    private void change(ServerHome home, UUID project) throws SQLException, IOException {
        try (Connection connection = home.superuser();
                PreparedStatement insert = connection.prepareStatement(CHANGES)) {
            insert.setString(1, project.toString());
            for (int from = 1; from <= changes; from += AT_ONCE) {
                insert.setInt(2, from);
                insert.setInt(3, Math.min(changes, from + AT_ONCE - 1));
                insert.executeUpdate();
            }
        }
    }

    /** As if the consumer had never done anything. */
    private static void forget(ServerHome home, UUID project) throws SQLException, IOException {
        try (Connection connection = home.superuser();
                PreparedStatement records =
                        connection.prepareStatement("delete from forwarding.record where project_id = ?");
                PreparedStatement counts =
                        connection.prepareStatement("update forwarding.lane set pending = 0 where project_id = ?")) {
            records.setObject(1, project);
            records.executeUpdate();
            counts.setObject(1, project);
            counts.executeUpdate();
        }
    }

    /** To before the first change of these; gives where that is. */
    private static long rewind(ServerHome home, UUID project) throws SQLException, IOException {
        try (Connection connection = home.superuser();
                PreparedStatement back = connection.prepareStatement("""
                        update feed.consumer
                        set last_position = (select min(feed_position) - 1 from feed.change where project_id = ?)
                        where name = 'forwarding' returning last_position""")) {
            back.setObject(1, project);
            try (ResultSet row = back.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void awaitAll(ServerHome home) throws SQLException, IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Boolean.parseBoolean(
                one(home, "select (exists (select from feed.change where feed_position is null))::text", ""))) {
            patient(end);
        }
        await(home, Long.parseLong(one(home, "select last_position from feed.head", "")));
    }

    /** Until the consumer is there; gives where it is then. */
    private static long await(ServerHome home, long position) throws SQLException, IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long now = Long.parseLong(one(home, CURSOR, ""));
        while (now < position) {
            patient(end);
            now = Long.parseLong(one(home, CURSOR, ""));
        }
        return now;
    }

    private static void patient(long end) throws IOException, InterruptedException {
        if (System.nanoTime() > end) {
            throw new IOException("it never came to an end");
        }
        Thread.sleep(GLANCE_MILLIS);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** The only value, as text. */
    private static String one(ServerHome home, String sql, String project) throws SQLException, IOException {
        try (Connection connection = home.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (!project.isEmpty()) {
                statement.setString(1, project);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.baraza.bench.export.ExportKillRun;
import org.baraza.bench.forwarding.FeedReplayRun;
import org.baraza.bench.forwarding.ForwardingKillRun;
import org.baraza.bench.proof.KillPlan.Victim;
import org.baraza.bench.server.ServerCommand;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The proofs of {@code tools/prove} in small, with fixed seeds. */
class KillProof {
    private static final Path WORK = Path.of(System.getProperty("baraza.work"));
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Unpacked, the server starts in half the time, and it is started often here. */
    @BeforeAll
    static void unpack() throws Exception {
        Files.createDirectories(WORK);
        Process unpacking = new ProcessBuilder(
                        JAVA,
                        "-Djarmode=tools",
                        "-jar",
                        System.getProperty("baraza.jar"),
                        "extract",
                        "--destination",
                        WORK.resolve("run").toString(),
                        "--force")
                .inheritIO()
                .start();
        assertThat(unpacking.waitFor()).isZero();
    }

    @Test
    void nothingIsLostOrDoubledWhenTheServerIsKilled() throws Exception {
        assertPasses(new KillPlan(Victim.SERVER, 200, 3, 12, 20_260_301));
    }

    @Test
    void nothingIsLostOrDoubledWhenTheDatabaseIsKilled() throws Exception {
        assertPasses(new KillPlan(Victim.DATABASE, 200, 2, 12, 20_260_302));
    }

    @Test
    void phonesAndServerAgreeHoweverOftenTheServerIsKilled() throws Exception {
        KillPlan plan = new KillPlan(Victim.SERVER, 150, 3, 12, 20_260_303);
        SyncKillReport report = new SyncKillRun(plan, command(), WORK.resolve("phones")).run();

        assertThat(report.complaints()).isEmpty();
        assertThat(report.kills()).hasSize(plan.kills());
        assertThat(report.mutants()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void anExportIsWholeAlthoughItsServerIsKilledInTheMiddle() throws Exception {
        ExportKillRun.Report report = new ExportKillRun(command(), 80_000).run();

        assertThat(report.passed()).as(report.summary()).isTrue();
    }

    @Test
    void everyDeliveryArrivesAlthoughTwoServersOnOneDatabaseAreKilledInTurns() throws Exception {
        ForwardingKillRun.Plan plan = new ForwardingKillRun.Plan(200, 2, 6, 2, 20_260_304);
        ForwardingKillRun.Report report = new ForwardingKillRun(command(), plan).run();

        assertThat(report.passed()).as(report.summary()).isTrue();
        assertThat(report.mutants()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void whatAConsumerMadeIsMadeAgainFromTheFeedAlone() throws Exception {
        FeedReplayRun.Report report = new FeedReplayRun(command(), 20_000).run();

        assertThat(report.passed()).as(report.summary()).isTrue();
    }

    private static void assertPasses(KillPlan plan) throws Exception {
        KillReport report = new KillRun(plan, command(), WORK.resolve("phones")).run();

        assertThat(report.complaints()).isEmpty();
        assertThat(report.kills()).hasSize(plan.kills());
        assertThat(report.acknowledged()).isGreaterThanOrEqualTo(plan.forms());
        assertThat(report.mutants()).isGreaterThanOrEqualTo(10);
    }

    private static ServerCommand command() throws IOException {
        return ServerCommand.of(
                List.of(
                        JAVA,
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        WORK.resolve("run/baraza.jar").toString()),
                WORK.resolve("home"));
    }
}

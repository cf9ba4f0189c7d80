// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.baraza.bench.export.ExportKillRun;
import org.baraza.bench.forwarding.FeedReplayRun;
import org.baraza.bench.forwarding.ForwardingKillRun;
import org.baraza.bench.imports.ImportKillRun;
import org.baraza.bench.proof.KillPlan;
import org.baraza.bench.proof.KillPlan.Victim;
import org.baraza.bench.proof.KillReport;
import org.baraza.bench.proof.KillRun;
import org.baraza.bench.proof.SyncKillReport;
import org.baraza.bench.proof.SyncKillRun;

/** Runs a proof at full size and keeps its result in docs/proofs.md. */
public final class Prove {
    private static final String HEAD = """
            # Proofs

            What `tools/prove` found, newest last. `mvn verify` runs the same code at a small size with a fixed seed.

            | date | commit | command | result |
            |---|---|---|---|
            """;

    private Prove() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        String name = words.isEmpty() ? "" : words.getFirst();
        if (!List.of(
                        "intake-kill",
                        "postgres-kill",
                        "sync-kill",
                        "sync-histories",
                        "export",
                        "import",
                        "forwarding",
                        "feed-replay")
                .contains(name)) {
            System.err.println(
                    "usage: tools/prove intake-kill|postgres-kill|sync-kill"
                            + " [--forms 10000] [--kills 20] [--clients 32] [--seed N] [--work FOLDER]"
                            + "\n       tools/prove sync-histories [--histories 5000] [--seed N]"
                            + "\n       tools/prove export [--rows 1000000] [--work FOLDER]"
                            + "\n       tools/prove import [--rows 100000] [--work FOLDER]"
                            + "\n       tools/prove feed-replay [--changes 1000000] [--work FOLDER]"
                            + "\n       tools/prove forwarding [--deliveries 50000] [--kills 10] [--clients 16] [--nodes 1|2] [--seed N] [--work FOLDER]");
            System.exit(2);
        }
        Options options = Options.of(words.subList(1, words.size()));
        Proof proof = switch (name) {
            case "sync-histories" -> histories(options);
            case "export" -> export(options);
            case "import" -> imported(options);
            case "forwarding" -> forwarded(options);
            case "feed-replay" -> replayed(options);
            default -> kills(name, options);
        };
        System.out.println(proof.summary);
        keep(Folders.root(), name + proof.options, proof.summary);
        System.exit(proof.passed ? 0 : 1);
    }

    /** @param options as they were in the end, each with a blank before it */
    private record Proof(String options, String summary, boolean passed) {}

    private static Proof histories(Options options) throws IOException, InterruptedException {
        int count = options.number("histories", 5_000);
        long seed = options.seed();
        HistoriesProof.Result result = HistoriesProof.run(Folders.root(), count, seed);
        return new Proof(" --histories %d --seed %d".formatted(count, seed), result.summary(), result.passed());
    }

    private static Proof export(Options options) throws Exception {
        int rows = options.number("rows", 1_000_000);
        ExportKillRun.Report report = new ExportKillRun(Folders.of(options).server(), rows).run();
        return new Proof(" --rows " + rows, report.summary(), report.passed());
    }

    private static Proof imported(Options options) throws Exception {
        int rows = options.number("rows", 100_000);
        ImportKillRun.Report report = new ImportKillRun(Folders.of(options).server(), rows).run();
        return new Proof(" --rows " + rows, report.summary(), report.passed());
    }

    private static Proof forwarded(Options options) throws Exception {
        ForwardingKillRun.Plan plan = new ForwardingKillRun.Plan(
                options.number("deliveries", 50_000),
                options.number("kills", 10),
                options.number("clients", 16),
                options.number("nodes", 1),
                options.seed());
        ForwardingKillRun.Report report =
                new ForwardingKillRun(Folders.of(options).server(), plan).run();
        return new Proof(
                " --deliveries %d --kills %d --clients %d --nodes %d --seed %d"
                        .formatted(plan.deliveries(), plan.kills(), plan.clients(), plan.nodes(), plan.seed()),
                report.summary(),
                report.passed());
    }

    private static Proof replayed(Options options) throws Exception {
        int changes = options.number("changes", 1_000_000);
        FeedReplayRun.Report report = new FeedReplayRun(Folders.of(options).server(), changes).run();
        return new Proof(" --changes " + changes, report.summary(), report.passed());
    }

    private static Proof kills(String name, Options options) throws Exception {
        Folders folders = Folders.of(options);
        Path logs = folders.work().resolve("phones");
        KillPlan plan = new KillPlan(
                name.equals("postgres-kill") ? Victim.DATABASE : Victim.SERVER,
                options.number("forms", 10_000),
                options.number("kills", 20),
                options.number("clients", 32),
                options.seed());
        String settings = " --forms %d --kills %d --clients %d --seed %d"
                .formatted(plan.forms(), plan.kills(), plan.clients(), plan.seed());
        if (name.equals("sync-kill")) {
            SyncKillReport report = new SyncKillRun(plan, folders.server(), logs).run();
            return new Proof(settings, report.summary(), report.passed());
        }
        KillReport report = new KillRun(plan, folders.server(), logs).run();
        return new Proof(settings, report.summary(), report.passed());
    }

    private static void keep(Path root, String command, String summary) throws IOException, InterruptedException {
        Path file = root.resolve("docs/proofs.md");
        if (!Files.exists(file)) {
            Files.writeString(file, HEAD);
        }
        String row = "| %s | %s | `tools/prove %s` | %s |%n"
                .formatted(LocalDate.now(ZoneOffset.UTC), commit(root), command, summary.replace("|", "/"));
        Files.writeString(file, row, StandardOpenOption.APPEND);
    }

    /** Short id of what is checked out; with a plus when files were changed since. */
    private static String commit(Path root) throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "describe", "--always", "--dirty=+", "--exclude=*")
                .directory(root.toFile())
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor() == 0 ? said : "unknown";
    }
}

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
import org.baraza.bench.proof.KillPlan;
import org.baraza.bench.proof.KillPlan.Victim;
import org.baraza.bench.proof.KillReport;
import org.baraza.bench.proof.KillRun;

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
        Victim victim = switch (words.isEmpty() ? "" : words.getFirst()) {
            case "intake-kill" -> Victim.SERVER;
            case "postgres-kill" -> Victim.DATABASE;
            default -> {
                System.err.println("usage: tools/prove intake-kill|postgres-kill"
                        + " [--forms 10000] [--kills 20] [--clients 32] [--seed N] [--work FOLDER]");
                System.exit(2);
                throw new IllegalStateException();
            }
        };
        Options options = Options.of(words.subList(1, words.size()));
        Folders folders = Folders.of(options);
        KillPlan plan = new KillPlan(
                victim,
                options.number("forms", 10_000),
                options.number("kills", 20),
                options.number("clients", 32),
                options.seed());
        KillReport report = new KillRun(plan, folders.server(), folders.work().resolve("phones")).run();
        System.out.println(report.summary());
        keep(folders.root(), words.getFirst(), plan, report);
        System.exit(report.passed() ? 0 : 1);
    }

    private static void keep(Path root, String name, KillPlan plan, KillReport report)
            throws IOException, InterruptedException {
        Path file = root.resolve("docs/proofs.md");
        if (!Files.exists(file)) {
            Files.writeString(file, HEAD);
        }
        String row = "| %s | %s | `tools/prove %s --forms %d --kills %d --clients %d --seed %d` | %s |%n"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        commit(root),
                        name,
                        plan.forms(),
                        plan.kills(),
                        plan.clients(),
                        plan.seed(),
                        report.summary().replace("|", "/"));
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

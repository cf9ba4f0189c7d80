// SPDX-License-Identifier: Apache-2.0
import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks (mode {@code check}) or makes (mode {@code apply}) the layout of every Java file of the project, and that each
 * begins with its licence line. Files older than the stamp of the last clean run are passed over.
 */
final class Format {
    private static final String LICENCE = "// SPDX-License-Identifier: Apache-2.0\n";
    private static final Set<String> SKIPPED = Set.of("target", "node_modules", ".git", "data");

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    public static void main(String[] args) throws Exception {
        boolean apply = args[0].equals("apply");
        Path root = Path.of(args[1]).toRealPath();
        Path stamp = Path.of(args[2]);
        long since = Files.exists(stamp) ? Files.getLastModifiedTime(stamp).toMillis() : 0;
        List<Path> wrong = new Format().run(root, since, apply);
        if (!wrong.isEmpty() && !apply) {
            System.err.println("Not in the project's layout; `tools/format` mends them:");
            wrong.forEach(file -> System.err.println("  " + root.relativize(file)));
            System.exit(1);
        }
        wrong.forEach(file -> System.out.println("formatted " + root.relativize(file)));
        Files.createDirectories(stamp.getParent());
        Files.writeString(stamp, "");
    }

    private List<Path> run(Path root, long since, boolean apply) throws IOException, FormatterException {
        List<Path> wrong = new ArrayList<>();
        for (Path file : javaFiles(root)) {
            if (Files.getLastModifiedTime(file).toMillis() < since) {
                continue;
            }
            String text = Files.readString(file);
            String formatted;
            try {
                formatted = format(text);
            } catch (FormatterException e) {
                throw new IOException("cannot parse " + file + ": " + e.getMessage(), e);
            }
            if (!formatted.equals(text)) {
                wrong.add(file);
                if (apply) {
                    Files.writeString(file, formatted);
                }
            }
        }
        return wrong;
    }

    private String format(String text) throws FormatterException {
        String licensed = text.startsWith(LICENCE) ? text : LICENCE + text;
        String ordered = ImportOrderer.reorderImports(
                RemoveUnusedImports.removeUnusedImports(licensed), JavaFormatterOptions.Style.PALANTIR);
        return formatter.formatSource(ordered);
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry)) {
                    if (!SKIPPED.contains(entry.getFileName().toString())) {
                        files.addAll(javaFiles(entry));
                    }
                } else if (entry.toString().endsWith(".java")) {
                    files.add(entry);
                }
            }
        }
        return files;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people wrote, in all modules. */
final class SourceFiles {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern WRITTEN = Pattern.compile("[a-z-]+/(src|e2e|tests?)/.*\\.(java|sql|ts|tsx|css)");
    private static final Pattern GENERATED = Pattern.compile(".*/(target|node_modules|dist|generated|gen)/.*");

    private SourceFiles() {}

    /** Paths below the root of the project. */
    static Stream<Path> all() {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.filter(module -> Files.exists(module.resolve("pom.xml"))).toList().stream()
                    .flatMap(SourceFiles::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> of(Path module) {
        Path sources = module.resolve("src");
        if (!Files.exists(sources)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .map(ROOT::relativize)
                    .filter(file -> WRITTEN.matcher(file.toString()).matches())
                    .filter(file -> !GENERATED.matcher(file.toString()).matches())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isDeliveredJava(Path file) {
        return file.toString().contains("/src/main/java/");
    }

    static String text(Path file) {
        try {
            return Files.readString(ROOT.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

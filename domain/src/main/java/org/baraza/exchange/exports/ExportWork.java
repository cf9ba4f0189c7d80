// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.baraza.exchange.exports.ExportSource.Part;
import org.baraza.exchange.work.Step;
import org.baraza.exchange.work.Work;
import org.baraza.exchange.work.Written;

/** Writes the file of an export, or of several; it is begun anew on each node, and is whole or not there. */
final class ExportWork implements Work {
    /** So much is written before it is told how far the work has come. */
    private static final Duration TOLD_EVERY = Duration.ofMillis(250);

    private static final int BUFFER = 64 * 1024;

    private final List<ExportPart> parts;
    private final Path path;
    private final OutputStream out;
    private final ExportFile file;
    private int at;

    /**
     * @param parts one at least
     * @param spare gives an empty file of this node; who writes it removes it
     */
    ExportWork(List<ExportPart> parts, ExportFormat format, Supplier<Path> spare) {
        this.parts = parts;
        this.path = spare.get();
        int tables =
                parts.stream().mapToInt(part -> part.plan().written().size()).sum();
        try {
            this.out = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
            this.file = new ExportFile(format, out, tables, spare);
            file.begin(parts.getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int total() {
        return Math.toIntExact(
                parts.stream().mapToLong(part -> part.source().total()).sum());
    }

    @Override
    public boolean startsOver() {
        return true;
    }

    @Override
    public void skip(int rows) {
        throw new IllegalStateException("an export is written from its beginning");
    }

    @Override
    public List<Step> next() {
        long end = System.nanoTime() + TOLD_EVERY.toNanos();
        int read = 0;
        try {
            do {
                Part part = parts.get(at).source().next();
                if (part.read() == 0) {
                    if (at + 1 == parts.size()) {
                        break;
                    }
                    file.begin(parts.get(++at));
                }
                for (List<ExportRow> rows : part.rows()) {
                    for (ExportRow row : rows) {
                        file.add(row);
                    }
                }
                read += part.read();
            } while (System.nanoTime() < end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read == 0 ? List.of() : List.of(new Written(read));
    }

    @Override
    public Optional<Path> result() {
        try {
            file.finish();
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.forEach(part -> part.learning().accept(part.source().met()));
        return Optional.of(path);
    }

    @Override
    public void close() {
        try {
            file.close();
            out.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.baraza.exchange.workbook.SheetWriter;
import org.baraza.exchange.workbook.WorkbookWriter;
import org.jspecify.annotations.Nullable;

/** Writes a workbook, sheet after sheet. */
public final class WritingWork implements Work {
    private final Path file;
    private final int total;
    private final Iterator<SheetSource> sources;
    private final OutputStream out;
    private final WorkbookWriter workbook;
    private @Nullable SheetSource source;
    private @Nullable SheetWriter sheet;

    /** @param file written over, and removed when the work is closed */
    public WritingWork(Path file, int total, List<SheetSource> sources) {
        this.file = file;
        this.total = total;
        this.sources = sources.iterator();
        try {
            this.out = new BufferedOutputStream(Files.newOutputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.workbook = new WorkbookWriter(out);
    }

    @Override
    public int total() {
        return total;
    }

    @Override
    public boolean startsOver() {
        return true;
    }

    @Override
    public void skip(int rows) {
        throw new IllegalStateException("a workbook is written from its beginning");
    }

    @Override
    public List<Step> next() {
        while (true) {
            SheetSource present = source;
            SheetWriter open = sheet;
            if (present == null || open == null) {
                if (!sources.hasNext()) {
                    return List.of();
                }
                begin(sources.next());
                continue;
            }
            List<List<String>> rows = present.next();
            if (!rows.isEmpty()) {
                rows.forEach(open::row);
                return List.of(new Written(rows.size()));
            }
            source = null;
        }
    }

    private void begin(SheetSource next) {
        source = next;
        SheetWriter begun = workbook.sheet(next.name());
        begun.header(next.header());
        sheet = begun;
    }

    @Override
    public Optional<Path> result() {
        try {
            workbook.finish();
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(file);
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

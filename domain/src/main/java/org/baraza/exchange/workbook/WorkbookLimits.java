// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * How large a workbook may become when it is unpacked, and that its parts have no document types: a spreadsheet writes none. What
 * its directory says of sizes is not believed.
 */
public final class WorkbookLimits {
    /** Rows with anything in them, on all sheets. */
    public static final int MOST_ROWS = 100_000;

    static final int MOST_COLUMNS = 500;
    static final int LONGEST_TEXT = 32_767;
    private static final int MOST_ENTRIES = 2_000;
    private static final long LARGEST = 768L * 1024 * 1024;
    /** The texts of a workbook are held in memory. */
    private static final long LARGEST_TEXTS = 64L * 1024 * 1024;

    /** What a file may become, by its own size: sheets of the same few words become some twenty times as large. */
    private static final long MOST_TIMES = 100;
    /** So much harms nobody, however small the file is. */
    private static final long HARMLESS = 8L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private WorkbookLimits() {}

    /** Refuses a file that is no archive, or one that becomes too large. */
    static void check(Path file) {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            if (archive.size() > MOST_ENTRIES) {
                throw tooLarge();
            }
            long left = Math.min(LARGEST, Math.max(HARMLESS, MOST_TIMES * Files.size(file)));
            Set<String> names = new HashSet<>();
            byte[] buffer = new byte[BUFFER];
            Enumeration<? extends ZipEntry> entries = archive.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    throw WorkbookRefused.unreadable();
                }
                long most = isTexts(entry) ? Math.min(left, LARGEST_TEXTS) : left;
                left -= inflated(archive, entry, most, buffer);
            }
        } catch (IOException e) {
            throw WorkbookRefused.unreadable();
        }
    }

    private static boolean isTexts(ZipEntry entry) {
        return !entry.getName().contains("worksheets/");
    }

    private static long inflated(ZipFile archive, ZipEntry entry, long most, byte[] buffer) throws IOException {
        long size = 0;
        DoctypeWatch watch = new DoctypeWatch();
        try (InputStream content = archive.getInputStream(entry)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    throw tooLarge();
                }
                if (watch.sees(buffer, read)) {
                    throw WorkbookRefused.unreadable();
                }
            }
        }
        return size;
    }

    static WorkbookRefused tooLarge() {
        return new WorkbookRefused("WORKBOOK_TOO_LARGE", "The workbook is too large when it is unpacked.");
    }

    static WorkbookRefused tooManyColumns() {
        return new WorkbookRefused("TOO_MANY_COLUMNS", "A sheet has at most " + MOST_COLUMNS + " columns.");
    }

    public static WorkbookRefused tooManyRows() {
        return new WorkbookRefused("TOO_MANY_ROWS", "A workbook has at most " + MOST_ROWS + " rows.");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final int LARGE = 5 * 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void whatFitsIntoMemoryMakesNoFile() throws IOException {
        byte[] bytes = randomBytes(Spool.MEMORY);
        Spool spool = new Spool(folder.resolve("spools"));
        write(spool, bytes);
        spool.finish();
        assertThat(folder).isEmptyDirectory();
        assertThat(spool.source().readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void aReaderThatTakesNothingDoesNotHoldUpTheWriter() throws IOException {
        byte[] bytes = randomBytes(LARGE);
        Spool spool = new Spool(folder.resolve("spools"));
        write(spool, bytes);
        spool.finish();
        try (InputStream source = spool.source()) {
            assertThat(source.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void theFileCannotBeSeenAndIsGoneInTheEnd() throws IOException {
        Spool spool = new Spool(folder);
        write(spool, randomBytes(LARGE));
        assertThat(folder).isEmptyDirectory();
        spool.close();
        assertThat(Files.list(folder)).isEmpty();
    }

    @Test
    void readerAndWriterRunSideBySide() throws Exception {
        byte[] bytes = randomBytes(LARGE);
        Spool spool = new Spool(folder);
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                write(spool, bytes);
                spool.finish();
            } catch (IOException e) {
                spool.fail(e);
            }
        });
        assertThat(spool.source().readAllBytes()).isEqualTo(bytes);
        writer.join();
    }

    @Test
    void flushedBytesAreThereBeforeTheRest() throws IOException {
        Spool spool = new Spool(folder);
        OutputStream sink = spool.sink();
        sink.write(new byte[] {1, 2, 3});
        sink.flush();
        assertThat(spool.source().read(new byte[10])).isEqualTo(3);
    }

    @Test
    void aFailureIsNeverAnEnd() throws IOException {
        Spool spool = new Spool(folder);
        write(spool, randomBytes(100));
        spool.fail(new IllegalStateException("the database is away"));
        InputStream source = spool.source();
        assertThat(source.readNBytes(100)).hasSize(100);
        assertThatThrownBy(source::read)
                .isInstanceOf(IOException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReaderThatLeavesStopsTheWriter() throws IOException {
        Spool spool = new Spool(folder);
        write(spool, randomBytes(100));
        spool.source().close();
        assertThatThrownBy(() -> write(spool, randomBytes(100))).hasMessage("the reader is gone");
    }

    private static void write(Spool spool, byte[] bytes) throws IOException {
        OutputStream sink = spool.sink();
        for (int at = 0; at < bytes.length; at += 1_000) {
            sink.write(bytes, at, Math.min(1_000, bytes.length - at));
        }
        sink.flush();
    }

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}

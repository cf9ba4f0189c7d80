// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.restore;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.baraza.bench.wire.HttpAnswer;
import org.baraza.bench.wire.HttpConnection;
import org.baraza.bench.wire.Requests;

/**
 * One full restore as a phone asks for it.
 *
 * @param firstNanos until the first byte of the body
 * @param totalNanos until the last
 * @param bytes on the wire, compressed
 */
public record Restore(long firstNanos, long totalNanos, long bytes) {

    public static Restore run(int port, String project, Worker worker) throws IOException {
        try (var connection = HttpConnection.to(port)) {
            long[] first = {0};
            long[] bytes = {0};
            long asked = System.nanoTime();
            HttpAnswer answer = connection.send(request(project, worker), (piece, length) -> {
                first[0] = first[0] == 0 ? System.nanoTime() - asked : first[0];
                bytes[0] += length;
            });
            long total = System.nanoTime() - asked;
            check(answer);
            return new Restore(first[0], total, bytes[0]);
        }
    }

    /** What a restore held. */
    public record Content(long cases, long inflated) {}

    public static Content content(int port, String project, Worker worker) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var connection = HttpConnection.to(port)) {
            check(connection.send(request(project, worker), (piece, length) -> packed.write(piece, 0, length)));
        }
        try (InputStream xml = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            return count(xml);
        }
    }

    private static Content count(InputStream xml) throws IOException {
        byte[] wanted = "<case ".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] buffer = new byte[64 * 1024];
        long cases = 0;
        long bytes = 0;
        int matched = 0;
        for (int read = xml.read(buffer); read >= 0; read = xml.read(buffer)) {
            bytes += read;
            for (int i = 0; i < read; i++) {
                matched = buffer[i] == wanted[matched] ? matched + 1 : buffer[i] == wanted[0] ? 1 : 0;
                if (matched == wanted.length) {
                    cases++;
                    matched = 0;
                }
            }
        }
        return new Content(cases, bytes);
    }

    private static byte[] request(String project, Worker worker) {
        return Requests.get(
                "/a/" + project + "/phone/restore/?version=2.0&device_id=bench",
                worker.authorization(),
                "X-OpenRosa-Version: 3.0",
                "Accept-Encoding: gzip");
    }

    private static void check(HttpAnswer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException("a restore was answered with " + answer.status());
        }
        if (!answer.header("content-encoding").orElse("").equals("gzip")) {
            throw new IOException("a restore came uncompressed");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One kept connection to a server on this machine. Any failure means that it is to be closed. */
public final class HttpConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        this.out = socket.getOutputStream();
    }

    public static HttpConnection to(int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return new HttpConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Takes the pieces of a body as they arrive. */
    @FunctionalInterface
    public interface Sink {
        void accept(byte[] bytes, int length) throws IOException;
    }

    public HttpAnswer send(byte[] request) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(512);
        HttpAnswer head = send(request, (bytes, length) -> body.write(bytes, 0, length));
        return new HttpAnswer(head.status(), head.headers(), body.toByteArray());
    }

    /** Sends and hands the body over piece by piece; the answer itself comes without one. */
    public HttpAnswer send(byte[] request, Sink sink) throws IOException {
        out.write(request);
        out.flush();
        HttpAnswer head = head();
        if ("chunked".equals(head.headers().get("transfer-encoding"))) {
            chunks(sink);
        } else {
            bytes(Long.parseLong(head.headers().getOrDefault("content-length", "0")), sink);
        }
        return head;
    }

    private HttpAnswer head() throws IOException {
        String status = line();
        if (!status.startsWith("HTTP/1.1 ") || status.length() < 12) {
            throw new IOException("not an answer: " + status);
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new HttpAnswer(Integer.parseInt(status.substring(9, 12)), headers, new byte[0]);
    }

    private void chunks(Sink sink) throws IOException {
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            bytes(size, sink);
            line();
        }
        line();
    }

    private long chunkSize() throws IOException {
        String line = line();
        int extension = line.indexOf(';');
        return Long.parseLong(extension < 0 ? line : line.substring(0, extension), 16);
    }

    private void bytes(long length, Sink sink) throws IOException {
        byte[] buffer = new byte[(int) Math.clamp(length, 1, 64 * 1024)];
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("the answer broke off");
            }
            sink.accept(buffer, read);
            left -= read;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // there is nothing left to close
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

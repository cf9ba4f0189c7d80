// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.wire;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reaches a server through one connection at a time, and makes a new one when the old one broke or was ended. */
public final class Line implements AutoCloseable {
    /** Servers end connections that rest for some time, and whoever writes to one at that moment hears nothing. */
    private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final int port;
    private @Nullable HttpConnection connection;
    private long lastUsed;

    public Line(int port) {
        this.port = port;
    }

    /** Makes sure that there is a connection, so that what fails afterwards failed on the way. */
    public HttpConnection connected() throws IOException {
        if (System.nanoTime() - lastUsed > LONGEST_REST_NANOS) {
            close();
        }
        HttpConnection open = connection == null ? HttpConnection.to(port) : connection;
        connection = open;
        lastUsed = System.nanoTime();
        return open;
    }

    public HttpAnswer send(byte[] request) throws IOException {
        HttpConnection open = connected();
        try {
            HttpAnswer answer = open.send(request);
            lastUsed = System.nanoTime();
            if (answer.header("connection").orElse("").equalsIgnoreCase("close")) {
                close();
            }
            return answer;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}

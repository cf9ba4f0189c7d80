// SPDX-License-Identifier: Apache-2.0
package org.baraza.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Addresses of places that only this server can see, in many spellings, and what only looks like an address. */
public final class InsideUrls {
    private static final String USUAL_PORT = "8080";

    private InsideUrls() {}

    public static List<String> all() {
        return to(USUAL_PORT);
    }

    /** @param port at which somebody on this machine listens */
    public static List<String> to(String port) {
        try (InputStream in =
                Objects.requireNonNull(InsideUrls.class.getResourceAsStream("/egress/spellings.txt"), "spellings")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(line -> line.replace("$", port))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

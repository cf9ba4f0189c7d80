// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What identifies an object on this server. Clients treat its text as opaque.
 *
 * @param project name of its project
 * @param id within the project; empty for the project itself
 */
record GlobalId(Kind kind, String project, String id) {
    private static final int PARTS = 3;

    /** Kinds of object that have a global id. */
    enum Kind {
        PROJECT("project"),
        CASE("case"),
        FORM("form"),
        MOBILE_WORKER("worker"),
        LOCATION("location"),
        GROUP("group"),
        JOB("job"),
        EXPORT("export");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        private static Optional<Kind> of(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    String text() {
        String plain = kind.code + ":" + project + ":" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for what is no global id. */
    static Optional<GlobalId> read(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split(":", PARTS);
            return parts.length == PARTS
                    ? Kind.of(parts[0]).map(kind -> new GlobalId(kind, parts[1], parts[2]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

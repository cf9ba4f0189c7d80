// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids of tables and rows as clients write them. */
public final class TableIds {
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern DASHED = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private TableIds() {}

    /** Reads an id with or without dashes; empty for anything else, which is the id of nothing. */
    public static Optional<UUID> read(String text) {
        if (DASHED.matcher(text).matches()) {
            return Optional.of(UUID.fromString(text));
        }
        return HEX.matcher(text).matches()
                ? Optional.of(UUID.fromString(text.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")))
                : Optional.empty();
    }

    /** The id without dashes. */
    public static String hex(UUID id) {
        return id.toString().replace("-", "");
    }
}

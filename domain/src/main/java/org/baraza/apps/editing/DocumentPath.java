// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.editing;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a document that a value is put to.
 *
 * @param start what the keys are of
 * @param keys at least one
 */
record DocumentPath(Start start, List<String> keys) {
    private static final Pattern SHAPE =
            Pattern.compile("(?:(menus|forms)\\[([^\\[\\]]{1,255})]\\.)?([\\w-]{1,255}(?:\\.[\\w-]{1,255}){0,15})");

    /** What names an app, its menus and forms, and what only changes of their own kind may touch. */
    private static final Set<String> FIXED = Set.of(
            "_id",
            "domain",
            "version",
            "doc_type",
            "copy_of",
            "unique_id",
            "modules",
            "forms",
            "_attachments",
            "multimedia_map");

    /** The part of the document that a path begins with. */
    sealed interface Start {
        /** The app itself. */
        record OfApp() implements Start {}

        /** A menu. */
        record OfMenu(String id) implements Start {}

        /** A form. */
        record OfForm(String id) implements Start {}
    }

    static DocumentPath of(String text) throws BadChange {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new BadChange("PATH_INVALID", "This is no path into an app: " + shortened(text) + ".");
        }
        List<String> keys = List.of(shape.group(3).split("\\."));
        if (FIXED.contains(keys.getFirst())) {
            throw new BadChange("PATH_FIXED", "This cannot be changed in this way: " + keys.getFirst() + ".");
        }
        Start start = shape.group(1) == null
                ? new Start.OfApp()
                : shape.group(1).equals("menus") ? new Start.OfMenu(shape.group(2)) : new Start.OfForm(shape.group(2));
        return new DocumentPath(start, keys);
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }

    /** As it is noted in the history. */
    String place() {
        String behind = String.join(".", keys);
        return switch (start) {
            case Start.OfApp() -> behind;
            case Start.OfMenu(String id) -> Places.menu(id) + "." + behind;
            case Start.OfForm(String id) -> Places.form(id) + "." + behind;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The media files that an app names anywhere: in its menus, its texts and its forms. */
final class MediaPaths {
    private static final String PREFIX = "jr://file/";
    private static final Pattern PATH = Pattern.compile("jr://file/commcare/[^\"'<>\\\\\\s]+(?: [^\"'<>\\\\\\s]+)*");

    private final Map<String, String> byName = new TreeMap<>();

    private MediaPaths() {}

    static MediaPaths of(WorkingCopy copy) {
        MediaPaths paths = new MediaPaths();
        copy.document().path("multimedia_map").propertyNames().forEach(paths::add);
        paths.find(copy.document().toString());
        copy.sources().values().forEach(paths::find);
        return paths;
    }

    private void find(String text) {
        for (Matcher found = PATH.matcher(text); found.find(); ) {
            add(found.group());
        }
    }

    private void add(String path) {
        byName.put(name(path), path);
    }

    /** How the path is written in the app, if it is named there. Letters count the same whatever their size, and the prefix may be missing. */
    Optional<String> named(String entry) {
        return Optional.ofNullable(byName.get(name(entry)));
    }

    private static String name(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String relative = lower.startsWith(PREFIX) ? lower.substring(PREFIX.length()) : lower;
        return relative.replaceFirst("^/+", "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

/** A version of the engine on phones: an app says the least one that it runs on. */
public record EngineVersion(int major, int minor, int minimal) implements Comparable<EngineVersion> {
    /** What an app gets that does not say. */
    public static final EngineVersion USUAL = new EngineVersion(2, 53, 0);

    /** Reads {@code 2.53.0}; what is missing or no number counts as 0, an empty text as the usual version. */
    public static EngineVersion of(String text) {
        if (text.isBlank()) {
            return USUAL;
        }
        String[] parts = text.strip().split("\\.", -1);
        return new EngineVersion(part(parts, 0), part(parts, 1), part(parts, 2));
    }

    private static int part(String[] parts, int index) {
        return index < parts.length && parts[index].matches("\\d{1,6}") ? Integer.parseInt(parts[index]) : 0;
    }

    public boolean isAtLeast(int wantedMajor, int wantedMinor) {
        return compareTo(new EngineVersion(wantedMajor, wantedMinor, 0)) >= 0;
    }

    @Override
    public int compareTo(EngineVersion other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
        return byMinor != 0 ? byMinor : Integer.compare(minimal, other.minimal);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + minimal;
    }
}

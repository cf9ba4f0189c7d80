// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers that a version gave to what phones download one by one, kept to number the next (generated build, section 2).
 *
 * @param forms by unique id
 * @param media by path
 * @param profiles what the language profiles were, as a hash
 */
public record BuildVersions(SortedMap<String, Numbered> forms, SortedMap<String, Numbered> media, String profiles) {
    public static final BuildVersions NONE = new BuildVersions(new TreeMap<>(), new TreeMap<>(), "");

    /** A number and the hash of what had it. */
    public record Numbered(int version, String hash) {}

    public BuildVersions {
        forms = new TreeMap<>(forms);
        media = new TreeMap<>(media);
    }

    static BuildVersions of(Map<String, Numbered> forms, Map<String, Numbered> media, String profiles) {
        return new BuildVersions(new TreeMap<>(forms), new TreeMap<>(media), profiles);
    }

    Optional<Numbered> form(String uniqueId) {
        return Optional.ofNullable(forms.get(uniqueId));
    }

    Optional<Numbered> medium(String path) {
        return Optional.ofNullable(media.get(path));
    }
}

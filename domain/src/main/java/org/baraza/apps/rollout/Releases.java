// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.rollout;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an app has for phones that look for a release.
 *
 * @param latest the highest that is released
 * @param byLocation versions of places; empty where the project does not keep versions to places
 * @param byProfile versions of language profiles, likewise
 * @param rollout the one that is open
 */
public record Releases(
        Optional<Release> latest, List<Pinned> byLocation, List<Pinned> byProfile, Optional<Rollout> rollout) {
    /** Nothing at all. */
    public static final Releases NONE = new Releases(Optional.empty(), List.of(), List.of(), Optional.empty());

    public Releases {
        byLocation = List.copyOf(byLocation);
        byProfile = List.copyOf(byProfile);
    }

    /** A version that is kept to a location or a language profile, by the id of that. */
    public record Pinned(String placeId, Release release) {}

    /**
     * The version that somebody gets (releases: which build a device gets). What is kept to her location, else to her language
     * profile, stands before all; a rollout only ever brings her higher than the latest release.
     *
     * @param profileId the language profile of her phone; empty for none
     */
    public Optional<Release> versionFor(Recipient who, String profileId) {
        return atNearest(who)
                .or(() -> highest(byProfile, profileId))
                .or(() -> rolledOut(who))
                .or(() -> latest);
    }

    private Optional<Release> atNearest(Recipient who) {
        return who.locationIds().stream()
                .flatMap(location -> highest(byLocation, location).stream())
                .findFirst();
    }

    private static Optional<Release> highest(List<Pinned> pins, String placeId) {
        return pins.stream()
                .filter(pin -> pin.placeId.equals(placeId))
                .map(Pinned::release)
                .max(Comparator.comparingInt(Release::number));
    }

    private Optional<Release> rolledOut(Recipient who) {
        return rollout.filter(open -> open.gives(who))
                .map(Rollout::release)
                .filter(version ->
                        latest.isEmpty() || version.number() > latest.get().number());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.List;
import java.util.stream.Stream;
import org.baraza.fixtures.HeldFixtures;

/**
 * What of the tree a phone shows, and how.
 *
 * @param version of the project's tree; raised by every change of levels and locations
 */
record ShownTree(long version, LocationFixtures shape, ShownPlaces places) {

    /** The same only while the tree and what the person sees of it are. */
    String stamp() {
        return version + "/" + HeldFixtures.stampOf(paths());
    }

    private List<String> paths() {
        return Stream.concat(places.single().stream(), places.whole().stream().map(path -> path + "*"))
                .toList();
    }
}

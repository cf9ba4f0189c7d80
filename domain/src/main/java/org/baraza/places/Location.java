// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of the organisation.
 *
 * @param number within the project, as CommCare HQ's data API shows it
 * @param parentId the location above; empty for a root
 * @param siteCode unique in the project, for people and files
 * @param externalId its id in another system; empty when there is none
 * @param archivedOn when it was taken out of use; null while it is in use
 * @param path numbers of its ancestors from the root on, and its own, each followed by a slash
 */
public record Location(
        String locationId,
        int number,
        String name,
        LocationType type,
        String parentId,
        String siteCode,
        String externalId,
        Map<String, String> metadata,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable Instant archivedOn,
        Instant createdAt,
        Instant lastModified,
        String path) {

    public boolean isArchived() {
        return archivedOn != null;
    }

    /** Whether it is that location or stands somewhere below it. */
    public boolean isWithin(Location other) {
        return path.startsWith(other.path);
    }

    /** What those see of it who know only of what is below: where in the tree it stands, and what it is called. */
    Location nameOnly() {
        return new Location(
                locationId,
                number,
                name,
                type,
                parentId,
                "",
                "",
                Map.of(),
                null,
                null,
                archivedOn,
                createdAt,
                lastModified,
                path);
    }

    /** Numbers of the locations above, from the root on. */
    List<Integer> ancestors() {
        List<Integer> line =
                Arrays.stream(path.split("/")).map(Integer::valueOf).toList();
        return line.subList(0, line.size() - 1);
    }

    /** Paths of the locations above, from the root on, and its own. */
    List<String> line() {
        return line(path);
    }

    static List<String> line(String path) {
        return IntStream.range(0, path.length())
                .filter(at -> path.charAt(at) == '/')
                .mapToObj(slash -> path.substring(0, slash + 1))
                .toList();
    }

    /** What it is, as a wish that would change nothing. */
    public LocationWish wish() {
        return new LocationWish(name, type.code(), parentId, siteCode, externalId, metadata, latitude, longitude);
    }
}

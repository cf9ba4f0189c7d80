// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which locations are wanted; null where it does not matter.
 *
 * @param parentId the location above; empty for roots
 * @param withinId a location, for it and all that stand below it
 * @param sharesCases whether those are wanted whose level owns cases, or the others
 * @param archived whether those out of use are wanted, or those in use
 * @param search beginning of the name, or exactly the site code; everything when empty
 */
public record LocationFilter(
        @Nullable String parentId,
        @Nullable String withinId,
        @Nullable String typeCode,
        @Nullable Boolean sharesCases,
        @Nullable String name,
        @Nullable String siteCode,
        @Nullable String externalId,
        @Nullable Boolean archived,
        String search,
        List<Bound> bounds) {
    /** Everything in use. */
    public static final LocationFilter IN_USE =
            new LocationFilter(null, null, null, null, null, null, false, "", List.of());

    public LocationFilter {
        bounds = List.copyOf(bounds);
    }

    /** Whatever their levels mean for cases. */
    public LocationFilter(
            @Nullable String parentId,
            @Nullable String withinId,
            @Nullable String typeCode,
            @Nullable String name,
            @Nullable String siteCode,
            @Nullable String externalId,
            @Nullable Boolean archived,
            String search,
            List<Bound> bounds) {
        this(parentId, withinId, typeCode, null, name, siteCode, externalId, archived, search, bounds);
    }

    /** The same, but only those whose level owns cases, or only the others. */
    public LocationFilter owning(@Nullable Boolean cases) {
        return new LocationFilter(
                parentId, withinId, typeCode, cases, name, siteCode, externalId, archived, search, bounds);
    }

    /** The same, also narrowed down by this. */
    public LocationFilter bounded(Bound bound) {
        List<Bound> more = new ArrayList<>(bounds);
        more.add(bound);
        return new LocationFilter(
                parentId, withinId, typeCode, sharesCases, name, siteCode, externalId, archived, search, more);
    }
}

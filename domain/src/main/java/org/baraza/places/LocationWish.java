// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a location is to be.
 *
 * @param typeCode code of its level
 * @param parentId the location above; empty for a root
 * @param siteCode empty to have one made from the name
 * @param externalId its id in another system; empty when there is none
 */
public record LocationWish(
        String name,
        String typeCode,
        String parentId,
        String siteCode,
        String externalId,
        Map<String, String> metadata,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude) {
    public LocationWish {
        metadata = Map.copyOf(metadata);
    }

    public static LocationWish of(String name, String typeCode, String parentId) {
        return new LocationWish(name, typeCode, parentId, "", "", Map.of(), null, null);
    }

    public LocationWish withName(String other) {
        return new LocationWish(other, typeCode, parentId, siteCode, externalId, metadata, latitude, longitude);
    }

    public LocationWish withTypeCode(String other) {
        return new LocationWish(name, other, parentId, siteCode, externalId, metadata, latitude, longitude);
    }

    public LocationWish withParentId(String other) {
        return new LocationWish(name, typeCode, other, siteCode, externalId, metadata, latitude, longitude);
    }

    public LocationWish withSiteCode(String other) {
        return new LocationWish(name, typeCode, parentId, other, externalId, metadata, latitude, longitude);
    }

    public LocationWish withExternalId(String other) {
        return new LocationWish(name, typeCode, parentId, siteCode, other, metadata, latitude, longitude);
    }

    public LocationWish withMetadata(Map<String, String> other) {
        return new LocationWish(name, typeCode, parentId, siteCode, externalId, other, latitude, longitude);
    }

    public LocationWish withLatitude(@Nullable BigDecimal other) {
        return new LocationWish(name, typeCode, parentId, siteCode, externalId, metadata, other, longitude);
    }

    public LocationWish withLongitude(@Nullable BigDecimal other) {
        return new LocationWish(name, typeCode, parentId, siteCode, externalId, metadata, latitude, other);
    }
}

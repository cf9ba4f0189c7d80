// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.places;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.baraza.api.pages.JsonBody;
import org.baraza.places.LocationStep;
import org.baraza.places.LocationWish;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** What a program wants a location to be, in the words of the second version of CommCare HQ's data API. */
record LocationWrite(JsonBody body) {
    /** Those of an object that was read are welcome, so that it can be sent back. */
    private static final Set<String> KNOWN = Set.of(
            "domain",
            "external_id",
            "last_modified",
            "latitude",
            "location_data",
            "location_id",
            "location_type_code",
            "location_type_name",
            "longitude",
            "name",
            "parent_location_id",
            "site_code");

    /** As HQ, tells of which location it is said, by the site code that was sent. */
    Refused refused(String code, String words) {
        return invalid(
                code,
                body.text("site_code")
                        .filter(siteCode -> !siteCode.isEmpty())
                        .map(siteCode -> words + " Location site code: " + siteCode + ".")
                        .orElse(words));
    }

    /** A row of a list changes the location that it names, or makes one. */
    LocationStep step() {
        return body.text("location_id")
                .filter(id -> !id.isEmpty())
                .<LocationStep>map(this::edit)
                .orElseGet(this::create);
    }

    LocationStep create() {
        if (body.text("name").isEmpty() || body.text("location_type_code").isEmpty()) {
            throw refused(
                    "FIELDS_MISSING",
                    "'name' and 'location_type_code' are required fields when creating a new location.");
        }
        return new LocationStep.Create(change().apply(LocationWish.of("", "", "")));
    }

    LocationStep edit(String locationId) {
        return new LocationStep.Edit(locationId, change());
    }

    private UnaryOperator<LocationWish> change() {
        List<String> unknown =
                body.names().stream().filter(name -> !KNOWN.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw refused(
                    "FIELDS_UNKNOWN",
                    "Invalid fields were included in request: ['" + String.join("', '", unknown) + "'].");
        }
        var name = body.text("name");
        var typeCode = body.text("location_type_code");
        var parentId = body.text("parent_location_id");
        var siteCode = body.text("site_code");
        var externalId = body.text("external_id");
        var metadata = body.texts("location_data");
        var latitude = body.decimal("latitude");
        var longitude = body.decimal("longitude");
        return wish -> new LocationWish(
                name.orElse(wish.name()),
                typeCode.orElse(wish.typeCode()),
                body.has("parent_location_id") ? parentId.orElse("") : wish.parentId(),
                siteCode.orElse(name.isPresent() && !name.get().equals(wish.name()) ? "" : wish.siteCode()),
                body.has("external_id") ? externalId.orElse("") : wish.externalId(),
                metadata.orElse(wish.metadata()),
                body.has("latitude") ? latitude.orElse(null) : wish.latitude(),
                body.has("longitude") ? longitude.orElse(null) : wish.longitude());
    }

    static Refused invalid(String code, String message) {
        return new Refused(Problem.Invalid.field("body", code, message));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.places;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.baraza.api.pages.OrderBy;
import org.baraza.places.Bound;
import org.baraza.places.Bound.Angle;
import org.baraza.places.Bound.Moment;
import org.baraza.places.Bound.Side;
import org.baraza.places.LocationFilter;
import org.baraza.places.LocationOrder;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/** What the parameters of a request for a list of locations ask for. Those that are not known are passed over. */
final class LocationParameters {
    private static final Map<String, Side> SIDES =
            Map.of("gt", Side.ABOVE, "gte", Side.FROM, "lt", Side.BELOW, "lte", Side.UNTIL);
    private static final Map<String, Moment> MOMENTS =
            Map.of("created_at", Moment.CREATED_AT, "last_modified", Moment.LAST_MODIFIED);
    private static final Map<String, Angle> ANGLES = Map.of("latitude", Angle.LATITUDE, "longitude", Angle.LONGITUDE);
    /** Nothing on Earth lies further; PostgreSQL knows no number without end. */
    private static final BigDecimal MOST_DEGREES = BigDecimal.valueOf(1_000);

    private static final List<String> FIELDS = List.of(
            "domain",
            "location_id",
            "name",
            "site_code",
            "latitude",
            "longitude",
            "location_data",
            "location_type_code",
            "location_type_name",
            "parent_location_id");

    private LocationParameters() {}

    /** As the first version takes them: {@code latitude__gt}. */
    static LocationFilter first(HttpServletRequest request) {
        LocationFilter filter = new LocationFilter(
                null,
                null,
                null,
                null,
                request.getParameter("site_code"),
                request.getParameter("external_id"),
                false,
                "",
                List.of());
        return bounded(filter, request, "__", true);
    }

    /** As the second version takes them: {@code last_modified.gt}. */
    static LocationFilter second(HttpServletRequest request) {
        LocationFilter filter = new LocationFilter(
                request.getParameter("parent_location_id"),
                null,
                request.getParameter("location_type_code"),
                request.getParameter("name"),
                request.getParameter("site_code"),
                null,
                false,
                "",
                List.of());
        return bounded(bounded(filter, request, ".", false), request, "__", false);
    }

    private static LocationFilter bounded(
            LocationFilter start, HttpServletRequest request, String between, boolean withAngles) {
        LocationFilter filter = start;
        for (var side : SIDES.entrySet()) {
            for (var moment : MOMENTS.entrySet()) {
                @Nullable String text = request.getParameter(moment.getKey() + between + side.getKey());
                if (text != null) {
                    filter = filter.bounded(new Bound.Time(
                            moment.getValue(), side.getValue(), PlaceTimes.limit(text, side.getValue())));
                }
            }
            for (var angle : ANGLES.entrySet()) {
                @Nullable String text = request.getParameter(angle.getKey() + between + side.getKey());
                if (text != null && withAngles) {
                    filter = filter.bounded(
                            new Bound.Degrees(angle.getValue(), side.getValue(), degrees(angle.getKey(), text)));
                }
            }
        }
        return filter;
    }

    private static BigDecimal degrees(String name, String text) {
        try {
            BigDecimal degrees = new BigDecimal(text);
            if (degrees.abs().compareTo(MOST_DEGREES) <= 0) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            throw invalid(name, "Invalid value for '" + name + "'.");
        }
        throw invalid(name, "Invalid value for '" + name + "'.");
    }

    static LocationOrder order(HttpServletRequest request) {
        List<String> wanted = OrderBy.wanted(request);
        if (wanted.isEmpty()) {
            return LocationOrder.NUMBER;
        }
        return switch (wanted.getFirst()) {
            case "last_modified" -> LocationOrder.LAST_MODIFIED_ASC;
            case "-last_modified" -> LocationOrder.LAST_MODIFIED_DESC;
            default -> throw OrderBy.refusal(OrderBy.field(wanted.getFirst()), FIELDS);
        };
    }

    private static Refused invalid(String field, String message) {
        return new Refused(Problem.Invalid.field(field, "PARAMETER_INVALID", message));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.io.IOException;
import java.math.BigDecimal;
import org.baraza.xml.XmlNames;
import org.baraza.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/** What phones are told of one location, the same in every fixture. */
final class LocationElement {
    private LocationElement() {}

    /** The child elements that every location has. */
    static void writeFields(XmlWriter out, Location location) throws IOException {
        out.element("name", location.name())
                .element("site_code", location.siteCode())
                .element("external_id", location.externalId())
                .element("latitude", degrees(location.latitude()))
                .element("longitude", degrees(location.longitude()))
                .element("location_type", location.type().name())
                .element("supply_point_id", "")
                .start("location_data");
        for (var field : location.metadata().entrySet()) {
            if (XmlNames.isName(field.getKey()) && field.getKey().indexOf(':') < 0) {
                out.element(field.getKey(), field.getValue());
            }
        }
        out.end();
    }

    private static String degrees(@Nullable BigDecimal angle) {
        return angle == null ? "" : angle.toPlainString();
    }
}

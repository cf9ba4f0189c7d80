// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.types;

import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.Occurrence;

/** What is saved beside forms. */
public enum SavedType implements ForwarderType {
    APPS("AppStructureRepeater", "Forward App Schema Changes", AppIds.SLUG, Occurrence.AppSaved.class),
    USERS("UserRepeater", "Forward Users", "user_json", Occurrence.UserSaved.class),
    LOCATIONS("LocationRepeater", "Forward Locations", "location_json", Occurrence.LocationSaved.class);

    private final String slug;
    private final String label;
    private final String usualFormat;
    private final Class<? extends Occurrence> wanted;

    SavedType(String slug, String label, String usualFormat, Class<? extends Occurrence> wanted) {
        this.slug = slug;
        this.label = label;
        this.usualFormat = usualFormat;
        this.wanted = wanted;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String usualFormat() {
        return usualFormat;
    }

    @Override
    public boolean accepts(Occurrence occurrence, ForwarderOptions options) {
        return wanted.isInstance(occurrence);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.dhis2;

import org.baraza.forwarding.types.FormType;

/** Forms as events. */
public final class EventsType extends Dhis2Type {
    static final String SLUG = "Dhis2Repeater";

    public EventsType() {
        super(SLUG, "Forward Forms to DHIS2 as Events", EventsMapping.SLUG, new FormType());
    }
}

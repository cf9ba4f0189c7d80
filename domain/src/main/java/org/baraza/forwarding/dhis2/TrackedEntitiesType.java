// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.dhis2;

import org.baraza.forwarding.types.CaseType;

/** Cases as tracked entities. */
public final class TrackedEntitiesType extends Dhis2Type {
    static final String SLUG = "Dhis2EntityRepeater";

    public TrackedEntitiesType() {
        super(SLUG, "Forward Cases to DHIS2 as Tracked Entities", TrackedEntitiesMapping.SLUG, CaseType.ALL);
    }
}

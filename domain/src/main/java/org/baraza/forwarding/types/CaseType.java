// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.types;

import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.spi.ForwarderType;
import org.baraza.forwarding.spi.Occurrence;

/** Cases that change: all of them, new ones, or those that were there. */
public enum CaseType implements ForwarderType {
    ALL("CaseRepeater", "Forward Cases"),
    CREATED("CreateCaseRepeater", "Forward Cases on Creation Only"),
    UPDATED("UpdateCaseRepeater", "Forward Cases on Update Only");

    /** Slug of the format that they have when nobody says. */
    public static final String USUAL = "case_xml";

    private final String slug;
    private final String label;

    CaseType(String slug, String label) {
        this.slug = slug;
        this.label = label;
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
        return USUAL;
    }

    @Override
    public boolean accepts(Occurrence occurrence, ForwarderOptions options) {
        return occurrence instanceof Occurrence.CaseChanged changed
                && switch (this) {
                    case ALL -> true;
                    case CREATED -> changed.first();
                    case UPDATED -> !changed.first();
                }
                && (options.caseTypes().isEmpty() || options.caseTypes().contains(changed.type()))
                && !options.excludedUserIds().contains(changed.userId());
    }
}

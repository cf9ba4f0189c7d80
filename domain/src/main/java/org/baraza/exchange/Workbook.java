// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.util.Optional;

/** What can be read from and written to a workbook. */
public enum Workbook {
    MOBILE_WORKERS("mobile-workers"),
    WEB_USERS("web-users"),
    GROUPS("groups"),
    LOCATIONS("locations"),
    LOOKUP_TABLES("lookup-tables");

    private final String slug;

    Workbook(String slug) {
        this.slug = slug;
    }

    /** As addresses and names of files write it. */
    public String slug() {
        return slug;
    }

    public static Optional<Workbook> ofSlug(String slug) {
        for (Workbook workbook : values()) {
            if (workbook.slug.equals(slug)) {
                return Optional.of(workbook);
            }
        }
        return Optional.empty();
    }
}

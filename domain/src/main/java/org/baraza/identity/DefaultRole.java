// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.identity.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** The roles that every new project starts with. */
enum DefaultRole {
    READ_ONLY("Read Only", EnumSet.of(VIEW_REPORTS, DOWNLOAD_REPORTS, ACCESS_API)),
    APP_EDITOR("App Editor", EnumSet.of(EDIT_APPS, VIEW_APPS, VIEW_REPORTS, ACCESS_API)),
    FIELD_IMPLEMENTER(
            "Field Implementer",
            EnumSet.of(
                    EDIT_COMMCARE_USERS,
                    VIEW_COMMCARE_USERS,
                    EDIT_GROUPS,
                    VIEW_GROUPS,
                    EDIT_LOCATIONS,
                    VIEW_LOCATIONS,
                    EDIT_SHARED_EXPORTS,
                    VIEW_REPORTS,
                    ACCESS_API)),
    BILLING_ADMIN("Billing Admin", EnumSet.of(EDIT_BILLING, ACCESS_API)),
    MOBILE_WORKER("Mobile Worker Default", EnumSet.noneOf(Permission.class));

    private final String title;
    private final Set<Permission> own;

    DefaultRole(String title, Set<Permission> own) {
        this.title = title;
        this.own = own;
    }

    String title() {
        return title;
    }

    /** As CommCare HQ, a new role also reaches all locations, uses mobile endpoints and may report an issue. */
    Set<Permission> permissions() {
        var all = EnumSet.of(ACCESS_ALL_LOCATIONS, ACCESS_MOBILE_ENDPOINTS, REPORT_AN_ISSUE);
        all.addAll(own);
        return all;
    }
}

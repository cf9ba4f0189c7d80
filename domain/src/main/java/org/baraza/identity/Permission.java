// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Locale;
import java.util.Optional;

/**
 * What a role may allow, by the names of CommCare HQ's role editor. Some allow a part of what {@code view_reports} does; HQ keeps
 * them apart, as names of reports in {@code view_report_list}.
 */
public enum Permission {
    EDIT_WEB_USERS,
    VIEW_WEB_USERS,
    VIEW_ROLES,
    EDIT_COMMCARE_USERS,
    VIEW_COMMCARE_USERS,
    EDIT_GROUPS,
    VIEW_GROUPS,
    EDIT_USERS_IN_GROUPS,
    EDIT_LOCATIONS,
    VIEW_LOCATIONS,
    EDIT_USERS_IN_LOCATIONS,
    EDIT_USER_PROFILE,
    EDIT_USER_TABLEAU_CONFIG,
    EDIT_DATA,
    VIEW_DATA_DICT,
    EDIT_DATA_DICT,
    EDIT_SHARED_EXPORTS,
    VIEW_FILE_DROPZONE,
    EDIT_FILE_DROPZONE,
    EDIT_MESSAGING,
    ACCESS_ALL_LOCATIONS,
    EDIT_APPS,
    VIEW_APPS,
    ACCESS_WEB_APPS,
    ACCESS_MOBILE_ENDPOINTS,
    LOGIN_AS_ALL_USERS,
    LIMITED_LOGIN_AS,
    ACCESS_DEFAULT_LOGIN_AS_USER,
    ACCESS_RELEASE_MANAGEMENT,
    EDIT_LINKED_CONFIGURATIONS,
    VIEW_REPORTS,
    EDIT_REPORTS,
    DOWNLOAD_REPORTS,
    EDIT_UCRS,
    VIEW_TABLEAU,
    EDIT_COMMCARE_ANALYTICS,
    VIEW_COMMCARE_ANALYTICS,
    COMMCARE_ANALYTICS_ROLES,
    EDIT_MOTECH,
    ACCESS_API,
    EDIT_BILLING,
    REPORT_AN_ISSUE,
    MANAGE_DOMAIN_ALERTS,
    MANAGE_DATA_REGISTRY,
    VIEW_DATA_REGISTRY_CONTENTS,
    MANAGE_ATTENDANCE_TRACKING,
    EXPORT_FORMS("corehq.apps.reports.standard.export.ExcelExportReport"),
    EXPORT_CASES("corehq.apps.reports.standard.export.CaseExportReport"),
    EXPORT_DEIDENTIFIED("corehq.apps.reports.standard.export.DeidExportReport"),
    READ_FEEDS("corehq.apps.reports.standard.export.ODataFeedListView");

    private final String report;

    Permission() {
        this("");
    }

    /** @param report what HQ calls the report that it lets somebody see */
    Permission(String report) {
        this.report = report;
    }

    /** Whether it lets somebody see one report, and {@code view_reports} would too. */
    public boolean isOfAReport() {
        return !report.isEmpty();
    }

    /** As HQ, the role editor and the database write it. */
    public String wireName() {
        return isOfAReport() ? report : name().toLowerCase(Locale.ROOT);
    }

    /** The permission of that name; empty for names of permissions that are not known here. */
    public static Optional<Permission> ofWireName(String name) {
        for (Permission permission : values()) {
            if (permission.wireName().equals(name)) {
                return Optional.of(permission);
            }
        }
        return Optional.empty();
    }
}

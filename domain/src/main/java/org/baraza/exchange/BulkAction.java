// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

/** What can be done to many at once. */
public enum BulkAction {
    ACTIVATE_MOBILE_WORKERS,
    DEACTIVATE_MOBILE_WORKERS,
    DELETE_MOBILE_WORKERS,
    ASSIGN_MOBILE_WORKERS_TO_LOCATION,
    ADD_MOBILE_WORKERS_TO_GROUP,
    REMOVE_MOBILE_WORKERS_FROM_GROUP,
    ARCHIVE_LOCATIONS,
    DELETE_LOOKUP_ROWS,
    ARCHIVE_FORMS,
    UNARCHIVE_FORMS,
    RESEND_FORWARDING_RECORDS,
    CANCEL_FORWARDING_RECORDS,
    REQUEUE_FORWARDING_RECORDS,
    REASSIGN_CASES,
    CLOSE_CASES,
    EDIT_CASES;

    JobKind kind() {
        return switch (this) {
            case ARCHIVE_LOCATIONS -> JobKind.LOCATIONS_ACTION;
            case DELETE_LOOKUP_ROWS -> JobKind.LOOKUP_ROWS_ACTION;
            case ARCHIVE_FORMS, UNARCHIVE_FORMS -> JobKind.FORMS_ACTION;
            case RESEND_FORWARDING_RECORDS, CANCEL_FORWARDING_RECORDS, REQUEUE_FORWARDING_RECORDS ->
                JobKind.FORWARDING_ACTION;
            case REASSIGN_CASES, CLOSE_CASES, EDIT_CASES -> JobKind.CASES_ACTION;
            default -> JobKind.MOBILE_WORKERS_ACTION;
        };
    }

    boolean needsLocation() {
        return this == ASSIGN_MOBILE_WORKERS_TO_LOCATION;
    }

    boolean needsGroup() {
        return this == ADD_MOBILE_WORKERS_TO_GROUP || this == REMOVE_MOBILE_WORKERS_FROM_GROUP;
    }
}

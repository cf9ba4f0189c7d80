// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

/** Paths of columns of cases (exports: default columns of cases). */
final class CasePaths {
    static final String PROPERTIES = "properties.";
    static final String INDICES = "indices.";
    static final String CASE_ID = "caseid";
    static final String NAME = "name";
    static final String TYPE = "case_type";
    static final String CLOSED = "closed";
    static final String CLOSED_BY_ID = "closed_by_user_id";
    static final String CLOSED_BY = "closed_by_username";
    static final String CLOSED_ON = "closed_date";
    static final String EXTERNAL_ID = "external_id";
    static final String MODIFIED_BY_ID = "last_modified_by_user_id";
    static final String MODIFIED_BY = "last_modified_by_user_username";
    static final String MODIFIED_ON = "last_modified_date";
    static final String OPENED_BY_ID = "opened_by_user_id";
    static final String OPENED_BY = "opened_by_username";
    static final String OPENED_ON = "opened_date";
    static final String OWNER_ID = "owner_id";
    static final String OWNER_NAME = "owner_name";
    static final String SERVER_MODIFIED_ON = "server_last_modified_date";
    static final String STATE = "state";
    static final String LINK = "case_link";

    private CasePaths() {}
}

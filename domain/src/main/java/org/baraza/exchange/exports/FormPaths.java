// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

/** Paths of columns of forms that are no questions (exports: default columns of forms). */
final class FormPaths {
    static final String NUMBER = "number";
    static final String FORM_ID = "form.meta.instanceID";
    static final String COMPLETED = "form.meta.timeEnd";
    static final String STARTED = "form.meta.timeStart";
    static final String USERNAME = "form.meta.username";
    static final String USER_ID = "form.meta.userID";
    static final String DEVICE_ID = "form.meta.deviceID";
    static final String APP_VERSION = "form.meta.appVersion";
    static final String LOCATION = "form.meta.location";
    static final String XMLNS = "form.@xmlns";
    static final String NAME = "form.@name";
    static final String VERSION = "form.@version";
    static final String CASE_ID = "form.case.@case_id";
    static final String CASE_NAME = "form.case.create.case_name";
    static final String HQ_USER = "hq_user";
    static final String APP_ID = "app_id";
    static final String BUILD_ID = "build_id";
    static final String STATE = "state";
    static final String SYNC_TOKEN = "last_sync_token";
    static final String PARTIAL = "partial_submission";
    static final String RECEIVED_ON = "received_on";
    static final String EDITED_ON = "edited_on";
    static final String SUBMIT_IP = "submit_ip";
    static final String LINK = "form_link";

    private FormPaths() {}

    /** The number of a row within its group, and of the rows that the group lies in. */
    static String number(int depth) {
        return NUMBER + "__" + depth;
    }
}

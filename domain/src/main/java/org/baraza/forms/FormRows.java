// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.baraza.persistence.schema.forms.Tables.FORM;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;

/** Rows as the records of this package. */
final class FormRows {
    /** All but the content. */
    static final List<Field<?>> COLUMNS = List.of(
            FORM.FORM_ID,
            FORM.STATE,
            FORM.XMLNS,
            FORM.NAME,
            FORM.USER_ID,
            FORM.USERNAME,
            FORM.RECEIVED_ON,
            FORM.EDITED_ON,
            FORM.TIME_START,
            FORM.TIME_END,
            FORM.DEVICE_ID,
            FORM.APP_ID,
            FORM.BUILD_ID,
            FORM.APP_VERSION,
            FORM.COMMCARE_VERSION,
            FORM.SUBMITTED_BY,
            FORM.PROBLEM,
            FORM.ORIG_ID,
            FORM.DEPRECATED_FORM_ID);

    private FormRows() {}

    static Form form(Record row) {
        return new Form(
                row.get(FORM.FORM_ID),
                FormState.ofBit(row.get(FORM.STATE)),
                row.get(FORM.XMLNS),
                row.get(FORM.NAME),
                row.get(FORM.USER_ID),
                row.get(FORM.USERNAME),
                row.get(FORM.RECEIVED_ON),
                row.get(FORM.EDITED_ON),
                row.get(FORM.TIME_START),
                row.get(FORM.TIME_END),
                row.get(FORM.DEVICE_ID),
                row.get(FORM.APP_ID),
                row.get(FORM.BUILD_ID),
                row.get(FORM.APP_VERSION),
                row.get(FORM.COMMCARE_VERSION),
                row.get(FORM.SUBMITTED_BY),
                row.get(FORM.PROBLEM),
                row.get(FORM.ORIG_ID),
                row.get(FORM.DEPRECATED_FORM_ID));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.baraza.persistence.schema.forms.Tables.FORM;

import java.time.Instant;
import java.util.Set;
import org.baraza.persistence.tenancy.Tx;

/** Finds phones by the error forms that they sent. */
final class FormTroubleStore {
    private static final int MOST = 50_000;

    /** A range of form_by_arrival: of error forms only, and there are few. */
    Set<String> phones(Tx tx, String appId, String buildId, boolean others, Instant since) {
        return tx.sql()
                .selectDistinct(FORM.DEVICE_ID)
                .from(FORM)
                .where(FORM.STATE.eq((short) FormState.ERROR.bit()))
                .and(FORM.RECEIVED_ON.ge(since))
                .and(FORM.APP_ID.eq(appId))
                .and(FORM.DEVICE_ID.isNotNull())
                .and(others ? FORM.BUILD_ID.ne(buildId) : FORM.BUILD_ID.eq(buildId))
                .limit(MOST)
                .fetchSet(FORM.DEVICE_ID);
    }
}

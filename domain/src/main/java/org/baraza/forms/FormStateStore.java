// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.baraza.persistence.schema.forms.Tables.EVENT;
import static org.baraza.persistence.schema.forms.Tables.FORM;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** State of single forms, and what was done to them. */
final class FormStateStore {

    /**
     * @param users if given, only their forms are there
     */
    Optional<FormState> lockState(Tx tx, String formId, Optional<Set<String>> users) {
        return tx.sql()
                .select(FORM.STATE)
                .from(FORM)
                .where(FORM.FORM_ID.eq(formId))
                .and(FormReadStore.sentBy(users))
                .forUpdate()
                .fetchOptional(row -> FormState.ofBit(row.value1()));
    }

    void move(Tx tx, String formId, FormState to, String operation, Instant at, String userId) {
        tx.sql()
                .update(FORM)
                .set(FORM.STATE, (short) to.bit())
                .where(FORM.FORM_ID.eq(formId))
                .execute();
        tx.sql().select(touched(formId, at)).execute();
        tx.sql()
                .insertInto(EVENT)
                .set(EVENT.PROJECT_ID, ProjectScope.current().value())
                .set(EVENT.FORM_ID, formId)
                .set(EVENT.OPERATION, operation)
                .set(EVENT.AT, at)
                .set(EVENT.USER_ID, userId)
                .execute();
    }

    /** Marks the form as changed, for programs that fetch what is new. */
    static Field<Object> touched(String formId, Instant at) {
        return field("forms.touch({0}, {1})", SQLDataType.OTHER, val(formId), val(at));
    }
}

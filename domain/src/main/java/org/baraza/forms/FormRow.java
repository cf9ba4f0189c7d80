// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is about to be stored.
 *
 * @param formId where it is kept, which need not be the id it came with
 * @param editedOn when it replaced other content; null for a first one
 */
record FormRow(
        IncomingForm form,
        String formId,
        FormState state,
        Instant receivedOn,
        @Nullable Instant editedOn,
        @Nullable String originalId,
        @Nullable String deprecatedFormId,
        @Nullable String problem) {

    static FormRow of(IncomingForm form, FormState state, @Nullable String problem) {
        return new FormRow(form, form.formId(), state, form.submission().receivedOn(), null, null, null, problem);
    }

    /** The same bytes again, kept beside the first. */
    static FormRow duplicate(IncomingForm form, String problem) {
        return new FormRow(
                form,
                IncomingForm.newId(),
                FormState.DUPLICATE,
                form.submission().receivedOn(),
                null,
                form.formId(),
                null,
                problem);
    }
}

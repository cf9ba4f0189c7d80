// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Instant;

/** What a list for programs asks of a form (data API: forms). */
public sealed interface FormCondition {

    /** The kind of form, letter for letter. */
    record Xmlns(String xmlns) implements FormCondition {}

    /** The text is this one, in whichever letter case. */
    record Reads(TextField field, String value) implements FormCondition {}

    /** The form touched this case. */
    record OfCase(String caseId) implements FormCondition {}

    /** The time lies at or behind the limit. */
    record From(TimeField field, Instant limit) implements FormCondition {}

    /** The time lies at or before the limit. */
    record Until(TimeField field, Instant limit) implements FormCondition {}

    /**
     * The form says this text, in whichever letter case. Forms are looked through for it.
     *
     * @param path names from the root's child on, with full stops between, as the form is as JSON
     */
    record Says(String path, String value) implements FormCondition {}

    /** Nothing fulfils it. */
    record Never() implements FormCondition {}

    /** Texts of a form that lists can be narrowed down by. */
    enum TextField {
        FORM_ID,
        XMLNS,
        NAME,
        SUBMIT_IP,
        APP_ID,
        BUILD_ID,
        APP_VERSION,
        USER_ID,
        USERNAME,
        DEVICE_ID
    }

    /** Times of a form that lists can be narrowed down and ordered by. */
    enum TimeField {
        RECEIVED_ON,
        SERVER_MODIFIED_ON,
        INDEXED_ON
    }
}

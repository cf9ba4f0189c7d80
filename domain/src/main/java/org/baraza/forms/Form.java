// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Instant;
import org.baraza.paging.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A form as lists show it, without its content.
 *
 * @param xmlns namespace of the form; empty for what could not be read
 * @param name the form's own name; empty where it has none
 * @param userId user of the meta block, as the device sent it
 * @param originalFormId for duplicates and deprecated content: the id it was sent with
 * @param deprecatedFormId for an edited form: where its former content is kept
 * @param problem why it is an error, duplicate or log
 * @param submittedBy who sent it over the wire, who need not be the user
 */
public record Form(
        String formId,
        FormState state,
        String xmlns,
        String name,
        @Nullable String userId,
        @Nullable String username,
        Instant receivedOn,
        @Nullable Instant editedOn,
        @Nullable Instant timeStart,
        @Nullable Instant timeEnd,
        @Nullable String deviceId,
        @Nullable String appId,
        @Nullable String buildId,
        @Nullable String appVersion,
        @Nullable String commcareVersion,
        @Nullable String submittedBy,
        @Nullable String problem,
        @Nullable String originalFormId,
        @Nullable String deprecatedFormId) {

    /** Its place in a list of that order. */
    public String cursor(FormOrder order) {
        return Cursor.of(order.name(), receivedOn, formId);
    }
}

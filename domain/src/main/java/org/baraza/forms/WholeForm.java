// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form with all that was sent.
 *
 * @param packed its raw XML as it is kept, or nothing when it is not at hand; read by {@link #content}
 * @param attachments their names
 */
public record WholeForm(
        Form form,
        @Nullable String submitIp,
        @Nullable String lastSyncToken,
        byte[] packed,
        int length,
        Set<String> attachments) {

    /** What it says; takes a while, and needs no transaction. */
    public FormContent content() {
        return packed.length == 0
                ? new FormContent(packed, Optional.empty())
                : FormContent.of(RawXml.unpack(packed, length));
    }

    public FormRun.Place place() {
        return new FormRun.Place(form.receivedOn(), form.formId());
    }
}

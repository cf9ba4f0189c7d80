// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form with all that was sent.
 *
 * @param xml its raw XML as it is kept; read by {@link #content}
 * @param attachments their names
 */
public record WholeForm(
        Form form, @Nullable String submitIp, @Nullable String lastSyncToken, KeptXml xml, Set<String> attachments) {

    /** What it says; takes a while, and needs no transaction. */
    public FormContent content() {
        return xml.isAtHand() ? FormContent.of(xml.unpacked()) : new FormContent(xml.packed(), Optional.empty());
    }

    WholeForm with(KeptXml atHand) {
        return new WholeForm(form, submitIp, lastSyncToken, atHand, attachments);
    }

    public FormRun.Place place() {
        return new FormRun.Place(form.receivedOn(), form.formId());
    }
}

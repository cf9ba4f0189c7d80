// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.baraza.persistence.schema.forms.Tables.ATTACHMENT;

import java.util.Collection;
import java.util.Set;
import org.baraza.persistence.tenancy.Tx;

/** Which blobs forms refer to. */
final class AttachmentStore {

    /** Those of the keys that a form refers to; index attachment_by_blob. */
    Set<String> referred(Tx tx, Collection<String> keys) {
        return tx.sql()
                .select(ATTACHMENT.BLOB_KEY)
                .from(ATTACHMENT)
                .where(ATTACHMENT.BLOB_KEY.in(keys))
                .fetchSet(ATTACHMENT.BLOB_KEY);
    }
}

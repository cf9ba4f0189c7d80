// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a form.
 *
 * @param blobKey where the blob store keeps it; null when its bytes were not kept
 * @param setAside why it does not count as an attachment of the form; null for an ordinary one
 */
public record FormAttachment(
        String formId,
        String name,
        String contentType,
        long length,
        @Nullable String blobKey,
        @Nullable String setAside) {}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the intake must know of a form that is here already.
 *
 * @param contentMd5 hex digest of its raw XML
 * @param deprecatedFormId where its former content is kept; null when it was never edited
 */
record StoredForm(
        String formId,
        FormState state,
        String xmlns,
        String contentMd5,
        Instant receivedOn,
        @Nullable String deprecatedFormId) {

    /** Whether its bytes are those of the digest. */
    boolean isOf(byte[] md5) {
        return Arrays.equals(md5, HexFormat.of().parseHex(contentMd5));
    }
}

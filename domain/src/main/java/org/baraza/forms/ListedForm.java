// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A form as programs fetch it, without its content.
 *
 * @param serverModifiedOn when the server last changed it
 * @param indexedOn its latest change; no two forms of a project share one, and what changes later has a later one
 * @param fromPhone whether whoever sent it spoke as phones do
 */
public record ListedForm(
        Form form,
        Instant serverModifiedOn,
        Instant indexedOn,
        boolean fromPhone,
        @Nullable String submitIp) {}

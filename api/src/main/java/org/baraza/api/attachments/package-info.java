// SPDX-License-Identifier: Apache-2.0
/** Files that came with forms, at the addresses that CommCare HQ gives them. */
@NullMarked
package org.baraza.api.attachments;

import org.jspecify.annotations.NullMarked;

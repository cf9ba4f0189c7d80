// SPDX-License-Identifier: Apache-2.0
/** Forms in CommCare HQ's data API: for now the files that came with them. */
@NullMarked
package org.baraza.api.forms;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Workbooks in and out: uploads that become jobs, and what came of jobs. */
@NullMarked
package org.baraza.api.bulk;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Lookup tables as CommCare HQ's data API shows and takes them. */
@NullMarked
package org.baraza.api.tables;

import org.jspecify.annotations.NullMarked;

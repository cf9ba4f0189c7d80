// SPDX-License-Identifier: Apache-2.0
/** Forms and cases as CommCare HQ's data API shows and takes them. */
@NullMarked
package org.baraza.api.data;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Groups, locations and their types in CommCare HQ's data API. */
@NullMarked
package org.baraza.api.places;

import org.jspecify.annotations.NullMarked;

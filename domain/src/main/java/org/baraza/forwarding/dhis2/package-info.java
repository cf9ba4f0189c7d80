// SPDX-License-Identifier: Apache-2.0
/** Forms as events and cases as tracked entities of DHIS2, through its tracker API. */
@NullMarked
package org.baraza.forwarding.dhis2;

import org.jspecify.annotations.NullMarked;

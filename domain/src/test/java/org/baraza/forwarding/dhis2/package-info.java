// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.baraza.forwarding.dhis2;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.baraza.forwarding.openmrs;

import org.jspecify.annotations.NullMarked;

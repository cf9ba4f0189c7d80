// SPDX-License-Identifier: Apache-2.0
/** Cases as resources of FHIR R4, in transactions. */
@NullMarked
package org.baraza.forwarding.fhir;

import org.jspecify.annotations.NullMarked;

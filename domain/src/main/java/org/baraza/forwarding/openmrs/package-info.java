// SPDX-License-Identifier: Apache-2.0
/** Forms as encounters of patients of OpenMRS, through its REST API. */
@NullMarked
package org.baraza.forwarding.openmrs;

import org.jspecify.annotations.NullMarked;

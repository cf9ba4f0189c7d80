// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.baraza.egress;

import org.jspecify.annotations.NullMarked;
